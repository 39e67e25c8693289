package io.honeypods.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.identity.Planted;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A credential that came with a request. */
record Login(LoginMethod method, String user, Secret secret) {
  private static final Set<String> USER_FIELDS =
      Set.of("user", "username", "login", "email", "name", "log", "userid", "uname", "j_username");
  private static final Set<String> PASSWORD_FIELDS =
      Set.of("password", "pass", "passwd", "pwd", "passphrase", "psw", "j_password");

  /** All that a request presents: in its headers, and in a form. */
  static List<Login> of(RequestHead request, Bytes body) {
    var logins = new ArrayList<Login>();
    String authorization = request.header("Authorization");
    if (authorization != null) {
      add(logins, authorization(authorization));
    }
    String type = request.header("Content-Type");
    if (type != null && type.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded")) {
      add(logins, form(body.latin1()));
    }
    return logins;
  }

  /** Whether it is a planted credential: its secret alone is unique enough. */
  boolean presents(Planted planted) {
    String presented = secret.value().value();
    return presented.equals(planted.secret());
  }

  private static void add(List<Login> logins, @Nullable Login login) {
    if (login != null) {
      logins.add(login);
    }
  }

  private static @Nullable Login authorization(String header) {
    int space = header.indexOf(' ');
    if (space < 0) {
      return null;
    }
    String value = header.substring(space + 1).strip();
    return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "basic" -> basic(value);
      case "bearer" -> new Login(LoginMethod.BEARER, "", Secret.token(value));
      default -> null;
    };
  }

  /** RFC 7617: base64 of {@code user:password}; what is not that is kept as it came. */
  private static Login basic(String value) {
    try {
      String pair = new String(Base64.getDecoder().decode(value), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new Login(LoginMethod.BASIC, pair, Secret.NONE)
          : new Login(
              LoginMethod.BASIC,
              pair.substring(0, colon),
              Secret.password(pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return new Login(LoginMethod.BASIC, "", Secret.token(value));
    }
  }

  private static @Nullable Login form(String body) {
    String user = "";
    String password = null;
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = decode(pair.substring(0, equals)).toLowerCase(Locale.ROOT);
        if (PASSWORD_FIELDS.contains(name)) {
          password = decode(pair.substring(equals + 1));
        } else if (USER_FIELDS.contains(name)) {
          user = decode(pair.substring(equals + 1));
        }
      }
    }
    return password == null ? null : new Login(LoginMethod.FORM, user, Secret.password(password));
  }

  /** Reads {@code %XX} and {@code +}; a text that is not encoded properly stays as it is. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
