package io.honeypods.ssh;

import java.math.BigInteger;
import java.util.List;

/** Proposals and key exchanges. */
final class ExchangeProbes {
  private static final String STRICT = "kex-strict-c-v00@openssh.com";
  private static final String CHACHA = "chacha20-poly1305@openssh.com";
  private static final List<String> CURVE = List.of("curve25519-sha256");

  private final Probes probes;

  private ExchangeProbes(Probes probes) {
    this.probes = probes;
  }

  static void addTo(Probes probes) {
    var these = new ExchangeProbes(probes);
    these.proposals();
    these.exchanges();
    these.strict();
  }

  /** What only a server of the 9.x profile offers. */
  static void addFiniteFieldTo(Probes probes) {
    new ExchangeProbes(probes).groups();
  }

  private void proposal(String name, KexInit lists) {
    probes.add("proposal " + name, ssh -> ssh.ident().init(lists).listen());
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
    probes.add(
        "proposal twice",
        ssh ->
            ssh.ident()
                .init(RawSsh.lists(CURVE, "ssh-ed25519", CHACHA))
                .init(RawSsh.lists(CURVE, "ssh-ed25519", CHACHA))
                .listen());
    probes.add(
        "proposal cut short",
        ssh -> ssh.ident().packet(PayloadWriter.message(20).raw(new byte[16]).text("a")).listen());
    probes.add(
        "proposal with more behind it",
        ssh -> {
          byte[] whole = RawSsh.lists(CURVE, "ssh-ed25519", CHACHA).payload(new byte[16]);
          return ssh.ident().packet(PayloadWriter.join(whole, new byte[4])).listen();
        });
    probes.add(
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
    probes.add(
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
        PayloadWriter.message(30).string(Probes.filled(32, 9)).u8(0));
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
    byte[] point = Probes.filled(length, 5);
    point[0] = 4;
    return PayloadWriter.message(30).string(point);
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
      probes.add(
          "strict then " + type,
          ssh ->
              ssh.ident()
                  .init(RawSsh.lists(kex, "ssh-ed25519", CHACHA))
                  .packet(PayloadWriter.message(type).u32(0).u32(0).u32(0))
                  .listen());
    }
    for (int type : new int[] {2, 21}) {
      probes.add(
          "strict after " + type,
          ssh ->
              ssh.ident()
                  .packet(PayloadWriter.message(type).text("x"))
                  .init(RawSsh.lists(kex, "ssh-ed25519", CHACHA))
                  .listen());
    }
  }
}
