package io.honeypods.ssh;

/** Does once what the first visitors would otherwise wait for. */
final class WarmUp {
  private static final int ROUNDS = 20;

  private WarmUp() {}

  /**
   * Agrees with itself and signs by every key that is there, until the classes are there and the
   * code is warm.
   */
  static void run(SshServer server) {
    byte[] base = new byte[32];
    base[0] = 9;
    for (int i = 0; i < ROUNDS; i++) {
      KexMethod.of("curve25519-sha256").agree(base);
      for (HostKey key : server.hostKeys().quick()) {
        key.sign(key.algorithms().getFirst(), base);
      }
    }
    new Umac(new byte[16], 8).tag(0, base, 0, base.length);
    new ChaChaCipher(new byte[64]).seal(base, 0);
  }
}
