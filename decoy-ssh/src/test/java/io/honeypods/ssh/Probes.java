package io.honeypods.ssh;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Things that clients, scanners and vandals say to an sshd before they are logged in. */
final class Probes {
  private static final String STRICT = "kex-strict-c-v00@openssh.com";
  private static final String CHACHA = "chacha20-poly1305@openssh.com";
  private static final List<String> CURVE = List.of("curve25519-sha256");

  private final List<Probe> all = new ArrayList<>();

  /** What is said, and how it is listened to. */
  record Probe(String name, Script script) {}

  /** A conversation from the client's side. */
  interface Script {
    List<String> run(RawSsh ssh) throws IOException;
  }

  static List<Probe> all() {
    var probes = new Probes();
    probes.idents();
    probes.clearPackets();
    probes.earlyMessages();
    probes.proposals();
    probes.exchanges();
    probes.strict();
    probes.afterKeys();
    probes.logins();
    return probes.all;
  }

  private void add(String name, Script script) {
    all.add(new Probe(name, script));
  }

  private void text(String name, String sent) {
    add("ident " + name, ssh -> ssh.raw(sent).listenInClear());
  }

  private void ident(String name, String sent) {
    add("ident " + name, ssh -> ssh.raw(sent).listen());
  }

  private void idents() {
    text("HTTP", "GET / HTTP/1.0\r\n\r\n");
    text("HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: b\r\n\r\n");
    text("1337", "SSH-1337-OpenSSH_9.0\r\n");
    text("1111", "SSH-1111-OpenSSH_9.0\r\n");
    text("1.5", "SSH-1.5-x\r\n");
    text("3.0", "SSH-3.0-x\r\n");
    text("1.98", "SSH-1.98-x\r\n");
    text("-2.0", "SSH--2.0-x\r\n");
    text("lines of nothing", "\n\n\n\n\n\n\n\n");
    text("CRLF", "\r\n");
    text("HELP", "HELP\r\n");
    text("QUIT", "QUIT\n");
    text("binary", "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0010\n");
    text("zero bytes", "\0\0\0\0");
    text("zero in the line", "SSH-2.0-a\0b\r\n");
    text("return in the line", "SSH-2.0-a\rb\r\n");
    text("returns only", "\r\r\r\r\r\r\r\r");
    text("one byte", "S");
    text("300 A", "A".repeat(300));
    text("300 A and a line end", "A".repeat(300) + "\n");
    text("9000 A", "A".repeat(9000));
    text("0xff", "\u00ff".repeat(100));
    text("TLS", "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003");
    text("no software", "SSH-2.0-\r\n");
    text("no dash", "SSH-2.0\r\n");
    text("SSH-", "SSH-\r\n");
    text("SSH-x", "SSH-x\r\n");
    text("lower case", "ssh-2.0-x\r\n");
    text("leading line", "hello\r\nSSH-2.0-x\r\n");
    text("Probe", "SSH-2.0-Probe-1\r\n");
    text("version mapper", "SSH-2.0-SSH_Version_Mapper\r\n");
    text("version mapper within", "SSH-2.0-xSSH_Version_Mapper1\r\n");
    text("xProbe", "SSH-1.0-Probe-1\r\n");
    text("RDP", "\u0003\0\0\u0013\u000e\u00e0\0\0\0\0\0\u0001\0\b\0\u0003\0\0\0");
    ident("2.0", "SSH-2.0-x\r\n");
    ident("LF only", "SSH-2.0-x\n");
    ident("two returns", "SSH-2.0-x\r\r\n");
    ident("1.99", "SSH-1.99-x\r\n");
    ident("2.1", "SSH-2.1-x\r\n");
    ident("2.99", "SSH-2.99-x\r\n");
    ident("spaces in numbers", "SSH- 2. 0-x\r\n");
    ident("plus", "SSH-+2.0-x\r\n");
    ident("253 bytes", "SSH-2.0-" + "x".repeat(245) + "\r\n");
    ident("300 bytes", "SSH-2.0-" + "x".repeat(292) + "\r\n");
    ident("8000 bytes", "SSH-2.0-" + "x".repeat(7992) + "\r\n");
    ident("8192 bytes", "SSH-2.0-" + "x".repeat(8184) + "\r\n");
    text("8193 bytes", "SSH-2.0-" + "x".repeat(8185) + "\r\n");
    ident("libssh", "SSH-2.0-libssh_0.9.6\r\n");
    ident("Go", "SSH-2.0-Go\r\n");
    ident("OpenSSH 6.6", "SSH-2.0-OpenSSH_6.6\r\n");
    ident("OpenSSH 6.5", "SSH-2.0-OpenSSH_6.5p1\r\n");
    ident("and text", "SSH-2.0-x\r\nGET / HTTP/1.0\r\n\r\n");
    ident("PuTTY", "SSH-2.0-PuTTY_Release_0.63\r\n");
    ident("WinSCP", "SSH-2.0-WinSCP_release_4.3\r\n");
  }

  private void clear(String name, byte[] bytes) {
    add("packet " + name, ssh -> ssh.ident().raw(bytes).listen());
  }

  private void clearPackets() {
    clear("length 0", RawSsh.forged(0, 0, new byte[16]));
    clear("length 4", RawSsh.forged(4, 4, new byte[16]));
    clear("length 5", RawSsh.forged(5, 4, new byte[16]));
    clear("length 0x40000", RawSsh.forged(0x40000, 4, new byte[16]));
    clear("length 0x40001", RawSsh.forged(0x40001, 4, new byte[16]));
    clear("length 0x3fffc", RawSsh.forged(0x3fffc, 4, new byte[16]));
    clear("length 0xffffffff", RawSsh.forged(-1, 4, new byte[16]));
    clear("length 35000", RawSsh.forged(35_004, 4, new byte[16]));
    clear("length 13", RawSsh.forged(13, 4, new byte[16]));
    clear("padding 0", RawSsh.forged(12, 0, filled(11, 2)));
    clear("padding 3", RawSsh.forged(12, 3, filled(11, 2)));
    clear("padding 4", RawSsh.forged(12, 4, filled(11, 2)));
    clear("padding 10", RawSsh.forged(12, 10, filled(11, 2)));
    clear("padding 11", RawSsh.forged(12, 11, filled(11, 2)));
    clear("padding 12", RawSsh.forged(12, 12, filled(11, 2)));
    clear("padding 255", RawSsh.forged(12, 255, filled(11, 2)));
    clear("one byte", new byte[] {0});
    clear("seven bytes", new byte[] {0, 0, 0, 12, 4, 2, 0});
    for (int type : new int[] {0, 191, 192, 193, 255}) {
      add(
          "message " + type,
          ssh -> ssh.ident().packet(PayloadWriter.message(type).text("ping")).listen());
    }
  }

  private void early(String name, PayloadWriter payload) {
    byte[] bytes = payload.bytes();
    add("early " + name, ssh -> ssh.ident().packet(bytes).listen());
  }

  private void earlyMessages() {
    early("DISCONNECT", PayloadWriter.message(1).u32(11).text("bye").text(""));
    early("short DISCONNECT", PayloadWriter.message(1).u8(0));
    early("IGNORE", PayloadWriter.message(2).text("x"));
    early("IGNORE of nothing", PayloadWriter.message(2));
    early("UNIMPLEMENTED", PayloadWriter.message(3).u32(0));
    early("short UNIMPLEMENTED", PayloadWriter.message(3));
    early("DEBUG", PayloadWriter.message(4).bool(true).text("x").text(""));
    early("short DEBUG", PayloadWriter.message(4));
    early("SERVICE_REQUEST", PayloadWriter.message(5).text("ssh-userauth"));
    early("SERVICE_ACCEPT", PayloadWriter.message(6).text("ssh-userauth"));
    early("EXT_INFO", PayloadWriter.message(7).u32(0));
    early("8", PayloadWriter.message(8));
    early("NEWKEYS", PayloadWriter.message(21));
    early("KEXDH_INIT", PayloadWriter.message(30).string(new byte[32]));
    early("GEX_REQUEST", PayloadWriter.message(34).u32(1).u32(2).u32(3));
    early("49", PayloadWriter.message(49));
    early("USERAUTH_REQUEST", PayloadWriter.message(50).text("root").text("x").text("none"));
    early("USERAUTH_SUCCESS", PayloadWriter.message(52));
    early("GLOBAL_REQUEST", PayloadWriter.message(80).text("x").bool(true));
    early("CHANNEL_OPEN", PayloadWriter.message(90).text("session").u32(0).u32(0).u32(0));
    add(
        "early two messages",
        ssh ->
            ssh.ident()
                .packet(PayloadWriter.message(21))
                .packet(PayloadWriter.message(5).text("x"))
                .listen());
  }

  private void proposal(String name, KexInit lists) {
    add("proposal " + name, ssh -> ssh.ident().init(lists).listen());
  }

  private void proposals() {
    proposal("good", RawSsh.lists(CURVE, "ssh-ed25519", CHACHA));
    proposal("no kex", RawSsh.lists(List.of("nonsense"), "ssh-ed25519", CHACHA));
    proposal("no list of kex", RawSsh.lists(List.of(), "ssh-ed25519", CHACHA));
    proposal("kex-strict only", RawSsh.lists(List.of(STRICT), "ssh-ed25519", CHACHA));
    proposal("no host key", RawSsh.lists(CURVE, "ssh-dss", CHACHA));
    proposal("no cipher", RawSsh.lists(CURVE, "ssh-ed25519", "3des-cbc"));
    proposal("no mac", with(List.of("hmac-md5"), List.of("none"), false));
    proposal("no compression", with(List.of("hmac-sha1"), List.of("zlib"), false));
    proposal("guess", with(List.of("hmac-sha1"), List.of("none"), true));
    add(
        "proposal twice",
        ssh ->
            ssh.ident()
                .init(RawSsh.lists(CURVE, "ssh-ed25519", CHACHA))
                .init(RawSsh.lists(CURVE, "ssh-ed25519", CHACHA))
                .listen());
    add(
        "proposal cut short",
        ssh -> ssh.ident().packet(PayloadWriter.message(20).raw(new byte[16]).text("a")).listen());
    add(
        "proposal with more behind it",
        ssh -> {
          byte[] whole = RawSsh.lists(CURVE, "ssh-ed25519", CHACHA).payload(new byte[16]);
          return ssh.ident().packet(PayloadWriter.join(whole, new byte[4])).listen();
        });
    add(
        "ignore before the proposal",
        ssh ->
            ssh.ident()
                .packet(PayloadWriter.message(2).text("x"))
                .init(RawSsh.lists(CURVE, "ssh-ed25519", CHACHA))
                .listen());
  }

  private static KexInit with(List<String> macs, List<String> compression, boolean guesses) {
    var cipher = List.of("aes128-ctr");
    return new KexInit(
        CURVE,
        List.of("ssh-ed25519"),
        cipher,
        cipher,
        macs,
        macs,
        compression,
        compression,
        guesses);
  }

  private void exchange(String name, String kex, PayloadWriter message) {
    byte[] bytes = message.bytes();
    add(
        "exchange " + name,
        ssh ->
            ssh.ident()
                .init(RawSsh.lists(List.of(kex), "ssh-ed25519", CHACHA))
                .packet(bytes)
                .listen());
  }

  private void exchanges() {
    exchange("short point", "curve25519-sha256", PayloadWriter.message(30).string(new byte[31]));
    exchange("zero point", "curve25519-sha256", PayloadWriter.message(30).string(new byte[32]));
    exchange("no point", "curve25519-sha256", PayloadWriter.message(30));
    exchange(
        "more behind the point",
        "curve25519-sha256",
        PayloadWriter.message(30).string(filled(32, 9)).u8(0));
    exchange("31", "curve25519-sha256", PayloadWriter.message(31).string(new byte[32]));
    exchange("34", "curve25519-sha256", PayloadWriter.message(34).u32(1).u32(1).u32(1));
    exchange("NEWKEYS", "curve25519-sha256", PayloadWriter.message(21));
    exchange("IGNORE", "curve25519-sha256", PayloadWriter.message(2).text("x"));
    exchange("SERVICE_REQUEST", "curve25519-sha256", PayloadWriter.message(5).text("x"));
    exchange("USERAUTH", "curve25519-sha256", PayloadWriter.message(50).text("x"));
    exchange("point not on P-256", "ecdh-sha2-nistp256", point(65));
    exchange("short P-256 point", "ecdh-sha2-nistp256", point(33));
    exchange(
        "short sntrup",
        "sntrup761x25519-sha512@openssh.com",
        PayloadWriter.message(30).string(new byte[32]));
  }

  private static PayloadWriter point(int length) {
    byte[] point = filled(length, 5);
    point[0] = 4;
    return PayloadWriter.message(30).string(point);
  }

  /** What only a server of the 9.x profile offers. */
  static List<Probe> finiteField() {
    var probes = new Probes();
    probes.groups();
    return probes.all;
  }

  private void groups() {
    String gex = "diffie-hellman-group-exchange-sha256";
    exchange("group out of order", gex, PayloadWriter.message(34).u32(4096).u32(2048).u32(8192));
    exchange("group too small", gex, PayloadWriter.message(34).u32(512).u32(1024).u32(1024));
    exchange(
        "group that is not there", gex, PayloadWriter.message(34).u32(9000).u32(9000).u32(9001));
    exchange("old request", gex, PayloadWriter.message(30).u32(2048));
    exchange(
        "zero", "diffie-hellman-group14-sha256", PayloadWriter.message(30).mpint(BigInteger.ZERO));
    exchange(
        "one", "diffie-hellman-group14-sha256", PayloadWriter.message(30).mpint(BigInteger.ONE));
    exchange(
        "two", "diffie-hellman-group14-sha256", PayloadWriter.message(30).mpint(BigInteger.TWO));
  }

  private void strict() {
    var kex = List.of("curve25519-sha256", STRICT);
    for (int type : new int[] {1, 2, 3, 4, 5, 7, 20, 21, 31, 50}) {
      add(
          "strict then " + type,
          ssh ->
              ssh.ident()
                  .init(RawSsh.lists(kex, "ssh-ed25519", CHACHA))
                  .packet(PayloadWriter.message(type).u32(0).u32(0).u32(0))
                  .listen());
    }
    for (int type : new int[] {2, 21}) {
      add(
          "strict after " + type,
          ssh ->
              ssh.ident()
                  .packet(PayloadWriter.message(type).text("x"))
                  .init(RawSsh.lists(kex, "ssh-ed25519", CHACHA))
                  .listen());
    }
  }

  private void secret(String name, String signal, PayloadWriter... messages) {
    add(
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
    add("secret garbage", ssh -> ssh.exchange("x").raw(new byte[64]).listen());
    add("secret few bytes", ssh -> ssh.exchange("x").raw(new byte[3]).listen());
  }

  private static PayloadWriter request(String user, String method) {
    return PayloadWriter.message(50).text(user).text("ssh-connection").text(method);
  }

  private void login(String name, PayloadWriter... messages) {
    add(
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
    add(
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
    byte[] blob = new PayloadWriter().text("ssh-ed25519").string(filled(32, 7)).bytes();
    return request(user, "publickey").bool(false).text(algorithm).string(blob);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
