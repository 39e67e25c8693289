package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.AuthPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What CREATE USER and ALTER USER say.
 *
 * @param attribute JSON, or null where none was given
 */
record UserClauses(
    List<Subject> subjects,
    @Nullable String require,
    @Nullable String limits,
    @Nullable String expiry,
    @Nullable Boolean locked,
    @Nullable String attribute) {
  UserClauses {
    subjects = List.copyOf(subjects);
  }

  /**
   * One account and how it proves itself.
   *
   * @param plugin null for the one it has, or the default
   * @param password in clear, or null
   * @param hash as the plugin keeps it, or null
   */
  record Subject(
      UserName user,
      @Nullable AuthPlugin plugin,
      @Nullable String password,
      @Nullable String hash) {}

  static UserClauses read(Cursor cursor, Session session) {
    var subjects = new ArrayList<Subject>();
    do {
      subjects.add(subject(cursor, session));
    } while (cursor.acceptSign(","));
    skipDefaultRole(cursor, session);
    String require = cursor.accept("REQUIRE") ? require(cursor) : null;
    String limits = cursor.accept("WITH") ? limits(cursor) : null;
    String expiry = null;
    Boolean locked = null;
    while (cursor.isWord("PASSWORD")
        || cursor.isWord("ACCOUNT")
        || cursor.isWord("FAILED_LOGIN_ATTEMPTS")
        || cursor.isWord("PASSWORD_LOCK_TIME")) {
      if (cursor.accept("ACCOUNT")) {
        locked = cursor.accept("LOCK");
        if (!locked) {
          cursor.expect("UNLOCK");
        }
      } else if (cursor.accept("PASSWORD", "EXPIRE")) {
        expiry = expiry(cursor);
      } else {
        skipOption(cursor);
      }
    }
    String attribute = attribute(cursor);
    cursor.expectEnd();
    return new UserClauses(subjects, require, limits, expiry, locked, attribute);
  }

  private static Subject subject(Cursor cursor, Session session) {
    UserName user = UserName.read(cursor, session);
    AuthPlugin plugin = null;
    String password = null;
    String hash = null;
    if (cursor.accept("IDENTIFIED")) {
      if (cursor.accept("WITH")) {
        plugin = plugin(cursor.wordOrString());
        if (cursor.accept("AS")) {
          hash = hash(cursor);
        } else if (cursor.accept("BY")) {
          password = cursor.string();
        } else {
          password = "";
        }
      } else {
        cursor.expect("BY");
        password = cursor.string();
      }
      if (cursor.accept("REPLACE")) {
        cursor.string();
      }
      if (cursor.accept("RETAIN")) {
        cursor.expect("CURRENT");
        cursor.expect("PASSWORD");
      }
    } else if (cursor.accept("DISCARD")) {
      cursor.expect("OLD");
      cursor.expect("PASSWORD");
    }
    return new Subject(user, plugin, password, hash);
  }

  private static String hash(Cursor cursor) {
    if (cursor.peek().kind() != Token.Kind.HEX) {
      return cursor.string();
    }
    byte[] bytes = java.util.HexFormat.of().parseHex(cursor.next().text());
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static AuthPlugin plugin(String name) {
    for (AuthPlugin plugin : AuthPlugin.values()) {
      if (plugin.id().equalsIgnoreCase(name)) {
        return plugin;
      }
    }
    throw new SqlException(1524, "HY000", "Plugin '" + name + "' is not loaded");
  }

  private static void skipDefaultRole(Cursor cursor, Session session) {
    if (cursor.accept("DEFAULT", "ROLE")) {
      if (!cursor.accept("ALL") && !cursor.accept("NONE")) {
        do {
          UserName.read(cursor, session);
        } while (cursor.acceptSign(","));
      }
    }
  }

  private static String require(Cursor cursor) {
    for (String word : List.of("NONE", "SSL", "X509")) {
      if (cursor.accept(word)) {
        return word;
      }
    }
    var parts = new ArrayList<String>();
    while (cursor.isWord("SUBJECT") || cursor.isWord("ISSUER") || cursor.isWord("CIPHER")) {
      String word = cursor.next().text().toUpperCase(Locale.ROOT);
      parts.add(word + " '" + cursor.string() + "'");
      cursor.accept("AND");
    }
    if (parts.isEmpty()) {
      throw cursor.error();
    }
    return String.join(" ", parts);
  }

  private static String limits(Cursor cursor) {
    var parts = new ArrayList<String>();
    while (cursor.peek().kind() == Token.Kind.WORD
        && cursor.peek().text().toUpperCase(Locale.ROOT).startsWith("MAX_")) {
      String word = cursor.next().text().toUpperCase(Locale.ROOT);
      long count = cursor.integer();
      if (count > 0) {
        parts.add(word + " " + count);
      }
    }
    return String.join(" ", parts);
  }

  private static String expiry(Cursor cursor) {
    for (String word : List.of("DEFAULT", "NEVER")) {
      if (cursor.accept(word)) {
        return word;
      }
    }
    if (cursor.accept("INTERVAL")) {
      long days = cursor.integer();
      cursor.expect("DAY");
      return "INTERVAL " + days + " DAY";
    }
    return "";
  }

  /** PASSWORD HISTORY, REUSE INTERVAL, REQUIRE CURRENT and the like, which change nothing here. */
  private static void skipOption(Cursor cursor) {
    cursor.next();
    while (!cursor.atEnd()
        && !cursor.isWord("PASSWORD")
        && !cursor.isWord("ACCOUNT")
        && !cursor.isWord("COMMENT")
        && !cursor.isWord("ATTRIBUTE")
        && !cursor.isWord("FAILED_LOGIN_ATTEMPTS")
        && !cursor.isWord("PASSWORD_LOCK_TIME")) {
      Token token = cursor.next();
      boolean fits = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.INTEGER;
      if (!fits) {
        throw cursor.errorAt(token);
      }
    }
  }

  private static @Nullable String attribute(Cursor cursor) {
    if (cursor.accept("COMMENT")) {
      return "{\"comment\": \"" + cursor.string().replace("\"", "\\\"") + "\"}";
    }
    return cursor.accept("ATTRIBUTE") ? cursor.string() : null;
  }
}
