package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.account.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the schema {@code mysql} that hold accounts and grants: written whenever accounts
 * have changed, read again by FLUSH PRIVILEGES.
 */
final class PrivilegeTables {
  /** Columns of {@code mysql.user} whose names are not the privilege's own. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "SHOW DATABASES", "Show_db_priv",
          "CREATE TEMPORARY TABLES", "Create_tmp_table_priv",
          "REPLICATION SLAVE", "Repl_slave_priv",
          "REPLICATION CLIENT", "Repl_client_priv");

  private final SqlServer server;
  private final UserStore users;
  private long written = -1;

  PrivilegeTables(SqlServer server, UserStore users) {
    this.server = server;
    this.users = users;
  }

  /** Brings the tables up to date, if accounts have changed since. */
  void write() {
    if (written == users.revision()) {
      return;
    }
    written = users.revision();
    fill("user", this::users);
    fill("db", this::schemas);
    fill("tables_priv", this::tables);
    fill("global_grants", this::dynamic);
    fill("proxies_priv", PrivilegeTables::proxies);
  }

  private void fill(String name, Consumer<RowSheet> source) {
    Table table = table(name);
    if (table == null) {
      return;
    }
    table.entries().forEach(entry -> table.remove(entry.getKey()));
    var sheet = new RowSheet(table.columns());
    source.accept(sheet);
    Instant now = server.clock().instant();
    for (List<Value> row : sheet.rows()) {
      Value[] cells = row.toArray(Value[]::new);
      if (table.unique().conflict(cells, null) == null) {
        table.add(cells, now);
      }
    }
  }

  private @Nullable Table table(String name) {
    Schema schema = server.catalogue().schema("mysql");
    return schema == null ? null : schema.tables().get(name);
  }

  private void users(RowSheet sheet) {
    for (Account account : users.all()) {
      PrivilegeSet held = users.of(account.name(), account.host());
      UserDetails known = users.details(account.name(), account.host());
      sheet.row().put("Host", account.host()).put("User", account.name());
      for (String privilege : Privileges.GLOBAL) {
        sheet.put(column(privilege), flag(held.global().privileges().contains(privilege)));
      }
      sheet
          .put("Grant_priv", flag(held.global().grantOption()))
          .put("ssl_type", sslType(known.require()))
          .value("ssl_cipher", new Value.Blob(Bytes.EMPTY))
          .value("x509_issuer", new Value.Blob(Bytes.EMPTY))
          .value("x509_subject", new Value.Blob(Bytes.EMPTY))
          .put("plugin", account.plugin().id())
          .put("authentication_string", account.authenticationString())
          .put("password_expired", flag(known.expiry().isEmpty() && !known.role()))
          .put("password_last_changed", known.changed())
          .number("password_lifetime", known.expiry().equals("NEVER") ? (Long) 0L : null)
          .put("account_locked", flag(account.locked()))
          .value(
              "User_attributes",
              known.attribute().isEmpty() ? Value.NULL : new Value.Json(known.attribute()));
    }
  }

  private static String sslType(String require) {
    return switch (require) {
      case "NONE" -> "";
      case "SSL" -> "ANY";
      case "X509" -> "X509";
      default -> "SPECIFIED";
    };
  }

  private void schemas(RowSheet sheet) {
    for (Account account : users.all()) {
      users
          .of(account.name(), account.host())
          .schemas()
          .forEach(
              (schema, scope) -> {
                sheet
                    .row()
                    .put("Host", account.host())
                    .put("Db", schema)
                    .put("User", account.name())
                    .put("Grant_priv", flag(scope.grantOption()));
                for (String privilege : Privileges.OF_SCHEMAS) {
                  sheet.put(column(privilege), flag(scope.privileges().contains(privilege)));
                }
              });
    }
  }

  private void tables(RowSheet sheet) {
    for (Account account : users.all()) {
      users
          .of(account.name(), account.host())
          .tables()
          .forEach(
              (table, scope) -> {
                int dot = table.indexOf('.');
                var names = new ArrayList<String>();
                scope.privileges().forEach(privilege -> names.add(title(privilege)));
                sheet
                    .row()
                    .put("Host", account.host())
                    .put("Db", table.substring(0, dot))
                    .put("User", account.name())
                    .put("Table_name", table.substring(dot + 1))
                    .put("Grantor", "root@localhost")
                    .put("Timestamp", server.profile().installed())
                    .put("Table_priv", String.join(",", names))
                    .put("Column_priv", "");
              });
    }
  }

  private void dynamic(RowSheet sheet) {
    for (Account account : users.all()) {
      PrivilegeSet held = users.of(account.name(), account.host());
      for (String privilege : held.dynamic()) {
        sheet
            .row()
            .put("USER", account.name())
            .put("HOST", account.host())
            .put("PRIV", privilege)
            .put("WITH_GRANT_OPTION", flag(held.global().grantOption()));
      }
    }
  }

  private static void proxies(RowSheet sheet) {
    sheet
        .row()
        .put("Host", "localhost")
        .put("User", "root")
        .put("Proxied_host", "")
        .put("Proxied_user", "")
        .put("With_grant", 1)
        .put("Grantor", "boot@connecting host")
        .put("Timestamp", Instant.EPOCH);
  }

  /** FLUSH PRIVILEGES: what statements have written into {@code mysql.user} holds from now on. */
  void load() {
    Table table = table("user");
    if (table != null && written == users.revision()) {
      new UserRows(users).load(table);
    }
    users.flush();
  }

  /** The column of {@code mysql.user} that says whether a privilege is held. */
  static String column(String privilege) {
    return COLUMNS.getOrDefault(privilege, title(privilege).replace(' ', '_') + "_priv");
  }

  private static String title(String privilege) {
    return privilege.charAt(0) + privilege.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String flag(boolean set) {
    return set ? "Y" : "N";
  }
}
