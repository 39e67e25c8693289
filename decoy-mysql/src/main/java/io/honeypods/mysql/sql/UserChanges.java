package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.account.Passwords;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ALTER USER and SET PASSWORD. */
final class UserChanges {
  private static final Pattern NATIVE = Pattern.compile("\\*[0-9A-Fa-f]{40}");
  private static final int SHA2_LENGTH = 70;

  private final SqlServer server;
  private final UserStore users;
  private final Grants grants;
  private final UserChecks checks;

  UserChanges(SqlServer server, UserStore users, Grants grants) {
    this.server = server;
    this.users = users;
    this.grants = grants;
    this.checks = new UserChecks(users);
  }

  StatementResult alter(Session session, Cursor cursor) {
    boolean ifExists = UserChecks.ifExists(cursor);
    if (cursor.isWord("USER")) {
      return alterOwn(session, cursor);
    }
    UserClauses clauses = UserClauses.read(cursor, session);
    requireOthers(session, clauses);
    if (!ifExists) {
      checks.refuse("ALTER USER", UserChecks.subjects(clauses), true);
    }
    for (UserClauses.Subject subject : clauses.subjects()) {
      UserName user = subject.user();
      Account account = users.get(user.name(), user.host());
      if (account != null) {
        alter(account, subject, clauses);
      } else {
        UserChecks.note(session, 3162, "Authorization ID " + user.quoted() + " does not exist.");
      }
    }
    return StatementResult.Ok.NONE;
  }

  /** {@code ALTER USER USER() IDENTIFIED BY …}. */
  private StatementResult alterOwn(Session session, Cursor cursor) {
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

  private void requireOthers(Session session, UserClauses clauses) {
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
        details(secret ? known.withPasswordOf(server.clock().instant()) : known, clauses));
    users.flush();
  }

  static UserDetails details(UserDetails known, UserClauses clauses) {
    return new UserDetails(
        Objects.requireNonNullElse(clauses.require(), known.require()),
        Objects.requireNonNullElse(clauses.limits(), known.limits()),
        Objects.requireNonNullElse(clauses.expiry(), known.expiry()),
        Objects.requireNonNullElse(clauses.attribute(), known.attribute()),
        known.role(),
        known.changed());
  }

  AuthPlugin plugin(UserClauses.Subject subject, @Nullable Account account) {
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

  static String secret(UserClauses.Subject subject, AuthPlugin plugin) {
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

  /** What follows SET PASSWORD. */
  StatementResult setPassword(Session session, Cursor cursor) {
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
          users.details(name, host).withPasswordOf(server.clock().instant()));
      users.flush();
    }
  }
}
