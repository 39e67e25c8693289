package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Capability.COMPRESS;
import static io.honeypods.mysql.diff.Capability.CONNECT_WITH_DB;
import static io.honeypods.mysql.diff.Capability.PLUGIN_AUTH;
import static io.honeypods.mysql.diff.Capability.PROTOCOL_41;
import static io.honeypods.mysql.diff.Capability.SECURE_CONNECTION;
import static io.honeypods.mysql.diff.Capability.SESSION_TRACK;
import static io.honeypods.mysql.diff.Steps.bytes;
import static io.honeypods.mysql.diff.Steps.login;
import static io.honeypods.mysql.diff.Steps.opaque;
import static io.honeypods.mysql.diff.Steps.packet;
import static io.honeypods.mysql.diff.Steps.prove;
import static io.honeypods.mysql.diff.Steps.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Logins, good and bad, by every kind of client to every kind of account. */
final class LoginExchanges {
  private static final Map<String, String> PASSWORDS =
      new TreeMap<>(
          Map.of(
              "root",
              "",
              "nat",
              "secret",
              "sha",
              "secret",
              "cold",
              "secret",
              "shaempty",
              "",
              "locked",
              "secret",
              "nobody",
              "secret"));

  private LoginExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    PASSWORDS.forEach((user, right) -> all.addAll(of(user, right)));
    all.addAll(capabilities());
    all.addAll(schemas());
    all.addAll(users());
    return all;
  }

  /** The right password of cold is never used with success, so that it stays out of the cache. */
  private static List<Exchange> of(String user, String right) {
    var all = new ArrayList<Exchange>();
    String known = user.equals("cold") ? "wrong" : right;
    for (String password : List.of("", "secret", "wrong")) {
      if (user.equals("cold") && password.equals(right)) {
        continue;
      }
      String kind = password.isEmpty() ? "no password" : password.equals(right) ? "right" : "wrong";
      for (String plugin : List.of(LoginForm.NATIVE, LoginForm.SHA2)) {
        if (!password.equals("secret") || right.equals("secret")) {
          String name = "login: %s, %s, by %s".formatted(user, kind, plugin);
          all.add(full(name, LoginForm.as(user, password).by(plugin)));
        }
      }
    }
    LoginForm old = LoginForm.as(user, known).without(PLUGIN_AUTH);
    all.add(full("login: %s, without plugin_auth".formatted(user), old));
    LoginForm oldWrong = LoginForm.as(user, "wrong").without(PLUGIN_AUTH);
    all.add(full("login: %s, wrong, without plugin_auth".formatted(user), oldWrong));
    LoginForm odd = LoginForm.as(user, known).by("mysql_clear_password");
    all.add(full("login: %s, by a plugin in clear".formatted(user), odd));
    all.add(full("login: %s, by no such plugin".formatted(user), odd.by("nosuch")));
    all.add(full("login: %s, by sha256".formatted(user), odd.by("sha256_password")));
    return all;
  }

  private static Exchange full(String name, LoginForm form) {
    return Exchange.of(name, login(form), prove(form, false), packet(0, (byte) 14));
  }

  private static List<Exchange> capabilities() {
    LoginForm root = LoginForm.root();
    var all = new ArrayList<Exchange>();
    for (Capability one : Capability.values()) {
      if (one != Capability.SSL && one != COMPRESS) {
        LoginForm form = one.in(LoginForm.USUAL) ? root.without(one) : root.with(one);
        all.add(
            Exchange.of(
                "flag turned: " + one, login(form), query("SELECT 1, 'a'"), query("SET @a=1")));
      }
    }
    all.add(Exchange.of("flags: none", login(root.flags(0))));
    all.add(Exchange.of("flags: 4.1 only", login(root.flags(Capability.of(PROTOCOL_41)))));
    all.add(Exchange.of("flags: old with password", login(LoginForm.as("nat", "secret").flags(1))));
    all.add(
        Exchange.of(
            "flags: 4.1 and secure",
            login(root.flags(Capability.of(PROTOCOL_41, SECURE_CONNECTION)))));
    all.add(
        Exchange.of(
            "flags: everything but tls",
            login(root.flags(0xdfffffffL).without(Capability.SSL, COMPRESS))));
    all.add(
        Exchange.of(
            "flags: compression",
            login(root.with(COMPRESS)),
            opaque(),
            bytes(5, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 14),
            bytes(13, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 3, 'S', 'E', 'L', 'E', 'C', 'T', ' ', '1')));
    all.add(
        Exchange.of(
            "flags: compression, plain packet", login(root.with(COMPRESS)), packet(0, (byte) 14)));
    return all;
  }

  private static List<Exchange> schemas() {
    LoginForm root = LoginForm.root();
    return List.of(
        Exchange.of("schema: mysql", login(root.to("mysql")), query("SELECT DATABASE()")),
        Exchange.of("schema: unknown", login(root.to("nosuch"))),
        Exchange.of("schema: empty", login(root.to("")), query("SELECT DATABASE()")),
        Exchange.of("schema: long", login(root.to("x".repeat(70)))),
        Exchange.of("schema: odd", login(root.to("a/b'c"))),
        Exchange.of("schema: tracked", login(root.to("mysql").with(SESSION_TRACK))),
        Exchange.of("schema: not allowed", login(LoginForm.as("nat", "secret").to("mysql"))),
        Exchange.of("schema: unknown, wrong", login(LoginForm.as("nat", "wrong").to("nosuch"))),
        Exchange.of("schema: upper case", login(root.to("MYSQL"))),
        Exchange.of(
            "schema: information_schema",
            login(root.to("INFORMATION_SCHEMA")),
            query("SELECT DATABASE()")),
        Exchange.of("schema: flag, no name", login(root.with(CONNECT_WITH_DB))));
  }

  private static List<Exchange> users() {
    return List.of(
        full("user: empty", LoginForm.as("", "")),
        full("user: empty, password", LoginForm.as("", "x")),
        full("user: 32 characters", LoginForm.as("u".repeat(32), "x")),
        full("user: 33 characters", LoginForm.as("u".repeat(33), "x")),
        full("user: 300 characters", LoginForm.as("u".repeat(300), "x")),
        full("user: upper case", LoginForm.as("ROOT", "")),
        full("user: quoted", LoginForm.as("'root'", "")),
        full("user: quotes", LoginForm.as("a'b", "x")),
        full("user: utf-8", LoginForm.as("jürgen€", "x")),
        full("user: spaces", LoginForm.as(" root ", "")),
        full("user: mysql.sys", LoginForm.as("mysql.sys", "x")),
        full("user: root with a password", LoginForm.as("root", "root")));
  }
}
