package io.honeypods.ssh;

import java.util.List;

/** A patch level of OpenSSH as Debian ships it: what it says and how it behaves. */
enum SshProfile {
  /** Debian 13. */
  DEBIAN13(
      "SSH-2.0-OpenSSH_10.0p2 Debian-7+deb13u4",
      List.of(
          "mlkem768x25519-sha256",
          "sntrup761x25519-sha512",
          "sntrup761x25519-sha512@openssh.com",
          "curve25519-sha256",
          "curve25519-sha256@libssh.org",
          "ecdh-sha2-nistp256",
          "ecdh-sha2-nistp384",
          "ecdh-sha2-nistp521",
          "ext-info-s",
          "kex-strict-s-v00@openssh.com"),
      List.of(
          "chacha20-poly1305@openssh.com",
          "aes128-gcm@openssh.com",
          "aes256-gcm@openssh.com",
          "aes128-ctr",
          "aes192-ctr",
          "aes256-ctr"),
      List.of(
          "ssh-ed25519",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com",
          "rsa-sha2-512",
          "rsa-sha2-256"),
      "Not allowed at this time"),

  /** Debian 12. */
  DEBIAN12(
      "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10",
      List.of(
          "sntrup761x25519-sha512",
          "sntrup761x25519-sha512@openssh.com",
          "curve25519-sha256",
          "curve25519-sha256@libssh.org",
          "ecdh-sha2-nistp256",
          "ecdh-sha2-nistp384",
          "ecdh-sha2-nistp521",
          "diffie-hellman-group-exchange-sha256",
          "diffie-hellman-group16-sha512",
          "diffie-hellman-group18-sha512",
          "diffie-hellman-group14-sha256",
          "kex-strict-s-v00@openssh.com"),
      List.of(
          "chacha20-poly1305@openssh.com",
          "aes128-ctr",
          "aes192-ctr",
          "aes256-ctr",
          "aes128-gcm@openssh.com",
          "aes256-gcm@openssh.com"),
      List.of(
          "ssh-ed25519",
          "sk-ssh-ed25519@openssh.com",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ecdsa-sha2-nistp256@openssh.com",
          "webauthn-sk-ecdsa-sha2-nistp256@openssh.com",
          "ssh-dss",
          "ssh-rsa",
          "rsa-sha2-256",
          "rsa-sha2-512"),
      "Exceeded MaxStartups");

  private static final List<String> MACS =
      List.of(
          "umac-64-etm@openssh.com",
          "umac-128-etm@openssh.com",
          "hmac-sha2-256-etm@openssh.com",
          "hmac-sha2-512-etm@openssh.com",
          "hmac-sha1-etm@openssh.com",
          "umac-64@openssh.com",
          "umac-128@openssh.com",
          "hmac-sha2-256",
          "hmac-sha2-512",
          "hmac-sha1");

  private final String ident;
  private final String kex;
  private final String ciphers;
  private final String signatures;
  private final String refusal;

  SshProfile(
      String ident,
      List<String> kex,
      List<String> ciphers,
      List<String> signatures,
      String refusal) {
    this.ident = ident;
    this.kex = String.join(",", kex);
    this.ciphers = String.join(",", ciphers);
    this.signatures = String.join(",", signatures);
    this.refusal = refusal;
  }

  /** The identification without its line end. */
  String ident() {
    return ident;
  }

  /** The lists of its KEXINIT. */
  KexInit proposal(List<String> hostKeys) {
    var compression = List.of("none", "zlib@openssh.com");
    return new KexInit(
        names(kex),
        hostKeys,
        names(ciphers),
        names(ciphers),
        MACS,
        MACS,
        compression,
        compression,
        false);
  }

  /** {@code server-sig-algs}. */
  List<String> signatures() {
    return names(signatures);
  }

  /** What a connection is told that is one too many. */
  String refusal() {
    return refusal;
  }

  private static List<String> names(String joined) {
    return List.of(joined.split(",", -1));
  }

  /** Whether it is a 10.x: ping, updated EXT_INFO, penalties, a jitter on the grace time. */
  boolean isModern() {
    return this == DEBIAN13;
  }
}
