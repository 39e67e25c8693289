package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of {@code mysql.user} as accounts. */
final class UserRows {
  private final UserStore users;

  UserRows(UserStore users) {
    this.users = users;
  }

  /** Makes the accounts be what the table says. */
  void load(Table table) {
    var left = new ArrayList<UserName>();
    for (Value[] row : List.copyOf(table.rows())) {
      left.add(load(new Row(table, row)));
    }
    for (Account account : users.all()) {
      if (!left.contains(new UserName(account.name(), account.host()))) {
        users.remove(account.name(), account.host());
      }
    }
  }

  private UserName load(Row row) {
    UserName user = new UserName(row.text("User"), row.text("Host"));
    Account old = users.get(user.name(), user.host());
    String secret = row.text("authentication_string");
    var account =
        new Account(
            user.name(),
            user.host(),
            plugin(row.text("plugin")),
            secret,
            old != null && old.planted() && old.authenticationString().equals(secret),
            row.text("account_locked").equals("Y"));
    if (!account.equals(old)) {
      users.put(account, users.details(user.name(), user.host()));
    }
    PrivilegeSet.Scope global = users.of(user.name(), user.host()).global();
    global.privileges().clear();
    for (String privilege : Privileges.GLOBAL) {
      if (row.text(PrivilegeTables.column(privilege)).equals("Y")) {
        global.privileges().add(privilege);
      }
    }
    global.grantOption(row.text("Grant_priv").equals("Y"));
    return user;
  }

  private static AuthPlugin plugin(String id) {
    AuthPlugin plugin = AuthPlugin.MYSQL_NATIVE_PASSWORD;
    for (AuthPlugin known : AuthPlugin.values()) {
      plugin = known.id().equals(id) ? known : plugin;
    }
    return plugin;
  }

  /** A row that is read by the names of its columns. */
  private static final class Row {
    private final Table table;
    private final Value[] cells;

    Row(Table table, Value[] cells) {
      this.table = table;
      this.cells = cells;
    }

    String text(String column) {
      int at = table.position(column);
      return at < 0 ? "" : Objects.requireNonNullElse(ColumnText.plain(cells[at]), "");
    }
  }
}
