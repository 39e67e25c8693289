package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.account.Passwords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER, DROP and RENAME USER, roles and SET PASSWORD. */
final class UserStatements {
  private static final java.util.regex.Pattern NATIVE =
      java.util.regex.Pattern.compile("\\*[0-9A-Fa-f]{40}");
  private static final int SHA2_LENGTH = 70;

  private final SqlServer server;
  private final UserStore users;
  private final Grants grants;

  UserStatements(SqlServer server, UserStore users, Grants grants) {
    this.server = server;
    this.users = users;
    this.grants = grants;
  }

  StatementResult create(SqlSession session, Cursor cursor) {
    boolean ifNotExists = ifNotExists(cursor);
    UserClauses clauses = UserClauses.read(cursor, session);
    grants.requireAny(session, "CREATE USER");
    if (!ifNotExists) {
      refuse("CREATE USER", subjects(clauses), false);
    }
    for (UserClauses.Subject subject : clauses.subjects()) {
      UserName user = subject.user();
      if (users.get(user.name(), user.host()) == null) {
        String secret = secret(subject, plugin(subject, null));
        users.put(
            new Account(
                user.name(),
                user.host(),
                plugin(subject, null),
                secret,
                false,
                Boolean.TRUE.equals(clauses.locked())),
            details(UserDetails.plain(now()), clauses));
      } else {
        note(session, 3163, "Authorization ID " + user.quoted() + " already exists.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult alter(SqlSession session, Cursor cursor) {
    boolean ifExists = ifExists(cursor);
    if (cursor.isWord("USER")) {
      return alterOwn(session, cursor);
    }
    UserClauses clauses = UserClauses.read(cursor, session);
    requireOthers(session, clauses);
    if (!ifExists) {
      refuse("ALTER USER", subjects(clauses), true);
    }
    for (UserClauses.Subject subject : clauses.subjects()) {
      UserName user = subject.user();
      Account account = users.get(user.name(), user.host());
      if (account != null) {
        alter(account, subject, clauses);
      } else {
        note(session, 3162, "Authorization ID " + user.quoted() + " does not exist.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  /** {@code ALTER USER USER() IDENTIFIED BY …}. */
  private StatementResult alterOwn(SqlSession session, Cursor cursor) {
    cursor.expect("USER");
    cursor.expectSign("(");
    cursor.expectSign(")");
    cursor.expect("IDENTIFIED");
    cursor.expect("BY");
    String password = cursor.string();
    Account own = session.client().account();
    setPassword(own.name(), own.host(), password);
    return StatementResult.Ok.NONE;
  }

  private void requireOthers(SqlSession session, UserClauses clauses) {
    Account own = session.client().account();
    for (UserClauses.Subject subject : clauses.subjects()) {
      if (!subject.user().equals(new UserName(own.name(), own.host()))) {
        grants.requireAny(session, "CREATE USER");
      }
    }
  }

  private void alter(Account account, UserClauses.Subject subject, UserClauses clauses) {
    boolean secret = subject.password() != null || subject.hash() != null;
    AuthPlugin plugin = plugin(subject, account);
    UserDetails known = users.details(account.name(), account.host());
    users.put(
        new Account(
            account.name(),
            account.host(),
            plugin,
            secret ? secret(subject, plugin) : account.authenticationString(),
            account.planted() && !secret,
            Objects.requireNonNullElse(clauses.locked(), account.locked())),
        details(secret ? known.withPasswordOf(now()) : known, clauses));
    users.flush();
  }

  private static UserDetails details(UserDetails known, UserClauses clauses) {
    return new UserDetails(
        Objects.requireNonNullElse(clauses.require(), known.require()),
        Objects.requireNonNullElse(clauses.limits(), known.limits()),
        Objects.requireNonNullElse(clauses.expiry(), known.expiry()),
        Objects.requireNonNullElse(clauses.attribute(), known.attribute()),
        known.role(),
        known.changed());
  }

  private AuthPlugin plugin(UserClauses.Subject subject, @Nullable Account account) {
    if (subject.plugin() != null) {
      return subject.plugin();
    }
    if (account != null) {
      return account.plugin();
    }
    return server.profile().versionNumber() < 80_400
        ? AuthPlugin.MYSQL_NATIVE_PASSWORD
        : AuthPlugin.CACHING_SHA2_PASSWORD;
  }

  private static String secret(UserClauses.Subject subject, AuthPlugin plugin) {
    String hash = subject.hash();
    if (hash == null) {
      return Passwords.hash(plugin, Objects.requireNonNullElse(subject.password(), ""));
    }
    boolean fits =
        switch (plugin) {
          case MYSQL_NATIVE_PASSWORD -> NATIVE.matcher(hash).matches();
          case CACHING_SHA2_PASSWORD -> hash.length() == SHA2_LENGTH && hash.startsWith("$A$");
          case SHA256_PASSWORD -> hash.startsWith("$5$");
        };
    if (!fits && !hash.isEmpty()) {
      throw new SqlException(
          1827,
          "HY000",
          "The password hash doesn't have the expected format. Check if the correct password"
              + " algorithm is being used with the PASSWORD() function.");
    }
    return hash;
  }

  StatementResult drop(SqlSession session, Cursor cursor, String statement) {
    boolean ifExists = ifExists(cursor);
    List<UserName> names = names(session, cursor);
    grants.requireAny(
        session, statement.equals("DROP ROLE") ? "DROP ROLE" : "CREATE USER", "CREATE USER");
    if (!ifExists) {
      refuse(statement, names, true);
    }
    for (UserName user : names) {
      if (!users.remove(user.name(), user.host())) {
        note(session, 3162, "Authorization ID " + user.quoted() + " does not exist.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult createRole(SqlSession session, Cursor cursor) {
    boolean ifNotExists = ifNotExists(cursor);
    List<UserName> names = names(session, cursor);
    grants.requireAny(session, "CREATE ROLE", "CREATE USER");
    if (!ifNotExists) {
      refuse("CREATE ROLE", names, false);
    }
    for (UserName role : names) {
      if (users.get(role.name(), role.host()) == null) {
        users.put(
            new Account(
                role.name(), role.host(), AuthPlugin.CACHING_SHA2_PASSWORD, "", false, true),
            new UserDetails("NONE", "", "", "", true, now()));
      } else {
        note(session, 3163, "Authorization ID " + role.quoted() + " already exists.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  StatementResult rename(SqlSession session, Cursor cursor) {
    var from = new ArrayList<UserName>();
    var to = new ArrayList<UserName>();
    do {
      from.add(UserName.read(cursor, session));
      cursor.expect("TO");
      to.add(UserName.read(cursor, session));
    } while (cursor.acceptSign(","));
    cursor.expectEnd();
    grants.requireAny(session, "CREATE USER");
    var failed = new ArrayList<String>();
    for (int i = 0; i < from.size(); i++) {
      if (!exists(from.get(i)) || exists(to.get(i))) {
        failed.add(from.get(i).quoted());
      }
    }
    refuse("RENAME USER", failed);
    for (int i = 0; i < from.size(); i++) {
      Account account = users.get(from.get(i).name(), from.get(i).host());
      if (account != null) {
        users.rename(account, to.get(i).name(), to.get(i).host());
      }
    }
    return StatementResult.Ok.NONE;
  }

  /** What follows SET PASSWORD. */
  StatementResult setPassword(SqlSession session, Cursor cursor) {
    Account own = session.client().account();
    UserName user =
        cursor.accept("FOR")
            ? UserName.read(cursor, session)
            : new UserName(own.name(), own.host());
    cursor.expectSign("=");
    String password = cursor.string();
    cursor.expectEnd();
    if (!user.equals(new UserName(own.name(), own.host()))) {
      grants.require(session, "UPDATE", "mysql", "");
    }
    if (users.get(user.name(), user.host()) == null) {
      throw new SqlException(1133, "42000", "Can't find any matching row in the user table");
    }
    setPassword(user.name(), user.host(), password);
    return StatementResult.Ok.NONE;
  }

  private void setPassword(String name, String host, String password) {
    Account account = users.get(name, host);
    if (account != null) {
      users.put(
          new Account(
              name,
              host,
              account.plugin(),
              Passwords.hash(account.plugin(), password),
              false,
              account.locked()),
          users.details(name, host).withPasswordOf(now()));
      users.flush();
    }
  }

  private static List<UserName> names(SqlSession session, Cursor cursor) {
    var names = new ArrayList<UserName>();
    do {
      names.add(UserName.read(cursor, session));
    } while (cursor.acceptSign(","));
    cursor.expectEnd();
    return names;
  }

  private static boolean ifExists(Cursor cursor) {
    return cursor.accept("IF", "EXISTS");
  }

  private static boolean ifNotExists(Cursor cursor) {
    if (!cursor.accept("IF", "NOT")) {
      return false;
    }
    cursor.expect("EXISTS");
    return true;
  }

  private static List<UserName> subjects(UserClauses clauses) {
    return clauses.subjects().stream().map(UserClauses.Subject::user).toList();
  }

  private boolean exists(UserName user) {
    return users.get(user.name(), user.host()) != null;
  }

  /** Refuses a statement as a whole, where not all accounts are there, or none of them. */
  private void refuse(String statement, List<UserName> names, boolean wanted) {
    refuse(
        statement,
        names.stream().filter(user -> exists(user) != wanted).map(UserName::quoted).toList());
  }

  private static void refuse(String statement, List<String> failed) {
    if (!failed.isEmpty()) {
      throw new SqlException(
          1396, "HY000", "Operation " + statement + " failed for " + String.join(",", failed));
    }
  }

  private static void note(SqlSession session, int code, String text) {
    session.warnings().add(new Warning(Warning.Level.NOTE, code, text));
  }

  private Instant now() {
    return server.clock().instant();
  }
}
