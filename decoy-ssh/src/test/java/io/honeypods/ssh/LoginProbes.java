package io.honeypods.ssh;

/** What is said under the first keys. */
final class LoginProbes {
  private static final String STRICT = "kex-strict-c-v00@openssh.com";

  private final Probes probes;

  private LoginProbes(Probes probes) {
    this.probes = probes;
  }

  static void addTo(Probes probes) {
    var these = new LoginProbes(probes);
    these.afterKeys();
    these.logins();
  }

  private void secret(String name, String signal, PayloadWriter... messages) {
    probes.add(
        "secret " + name,
        ssh -> {
          ssh.exchange(signal.split(",", -1));
          for (PayloadWriter message : messages) {
            ssh.packet(message);
          }
          return ssh.listen();
        });
  }

  private void afterKeys() {
    secret("nothing", "x");
    secret("extensions", "ext-info-c");
    secret("strict", STRICT);
    secret("strict with extensions", STRICT + ",ext-info-c");
    secret("service", "x", PayloadWriter.message(5).text("ssh-userauth"));
    secret("other service", "x", PayloadWriter.message(5).text("ssh-connection"));
    secret("no service", "x", PayloadWriter.message(5));
    secret("more behind service", "x", PayloadWriter.message(5).text("ssh-userauth").u8(0));
    secret(
        "service twice",
        "x",
        PayloadWriter.message(5).text("ssh-userauth"),
        PayloadWriter.message(5).text("ssh-userauth"));
    secret(
        "login without service", "x", PayloadWriter.message(50).text("a").text("b").text("none"));
    secret("proposal", "x", PayloadWriter.message(20).raw(new byte[16]).text("a"));
    secret("NEWKEYS", "x", PayloadWriter.message(21));
    secret("channel", "x", PayloadWriter.message(90).text("session").u32(0).u32(0).u32(0));
    secret("IGNORE", STRICT, PayloadWriter.message(2).text("x"));
    secret("EXT_INFO", "ext-info-c", PayloadWriter.message(7).u32(1).text("a").text("b"));
    secret("EXT_INFO unasked", "x", PayloadWriter.message(7).u32(1).text("a").text("b"));
    secret("short EXT_INFO", "ext-info-c", PayloadWriter.message(7).u32(1));
    secret("PING", "x", PayloadWriter.message(192).text("hello"));
    secret("255", "x", PayloadWriter.message(255));
    secret("DISCONNECT", "x", PayloadWriter.message(1).u32(11).text("bye").text(""));
    probes.add("secret garbage", ssh -> ssh.exchange("x").raw(new byte[64]).listen());
    probes.add("secret few bytes", ssh -> ssh.exchange("x").raw(new byte[3]).listen());
  }

  private static PayloadWriter request(String user, String method) {
    return PayloadWriter.message(50).text(user).text("ssh-connection").text(method);
  }

  private void login(String name, PayloadWriter... messages) {
    probes.add(
        "login " + name,
        ssh -> {
          ssh.authentication("x");
          for (PayloadWriter message : messages) {
            ssh.packet(message);
          }
          return ssh.listen();
        });
  }

  private void logins() {
    PayloadWriter none = request("nobody1", "none");
    PayloadWriter key = query("nobody1", "ssh-ed25519");
    login("none", none);
    login("none twice", none, none);
    login("none seven times", none, none, none, none, none, none, none);
    login("query", key);
    login("query six times", key, key, key, key, key, key);
    login("none and query six times", none, key, key, key, key, key, key);
    login("query of unknown algorithm", query("nobody1", "ssh-foo"));
    login("keyboard-interactive", request("nobody1", "keyboard-interactive").text("").text(""));
    login("hostbased", request("nobody1", "hostbased").text("x"));
    login("gssapi", request("nobody1", "gssapi-with-mic").u32(0));
    login("unknown method", request("nobody1", "nonsense"));
    login("no method", request("nobody1", ""));
    login("other user", none, request("nobody2", "none"));
    login("other service", none, PayloadWriter.message(50).text("nobody1").text("x").text("none"));
    login("unknown service", PayloadWriter.message(50).text("nobody1").text("x").text("none"));
    login("no user", request("", "none"));
    login("user with style", request("nobody1:style", "none"), none);
    login("short request", PayloadWriter.message(50).text("nobody1"));
    login("zero in user", request("no\0body", "none"));
    login("more behind none", request("nobody1", "none").u8(1));
    login("short password", request("nobody1", "password").u8(0));
    login("more behind password", request("nobody1", "password").u8(0).text("a").u8(0));
    login("short query", request("nobody1", "publickey").u8(0));
    login("51", PayloadWriter.message(51).text("x").bool(false));
    login("52", PayloadWriter.message(52));
    login("60", PayloadWriter.message(60));
    login("61", PayloadWriter.message(61).u32(0));
    login("90", PayloadWriter.message(90).text("session").u32(0).u32(0).u32(0));
    login("service again", none, PayloadWriter.message(5).text("ssh-userauth"), none);
    login("KEXINIT", PayloadWriter.message(20).raw(new byte[16]));
    probes.add(
        "login update of extensions",
        ssh ->
            ssh.exchange("ext-info-c")
                .packet(
                    PayloadWriter.message(7).u32(1).text("ext-info-in-auth@openssh.com").text("0"))
                .packet(PayloadWriter.message(5).text("ssh-userauth"))
                .packet(none)
                .listen());
  }

  private static PayloadWriter query(String user, String algorithm) {
    byte[] blob = new PayloadWriter().text("ssh-ed25519").string(Probes.filled(32, 7)).bytes();
    return request(user, "publickey").bool(false).text(algorithm).string(blob);
  }
}
