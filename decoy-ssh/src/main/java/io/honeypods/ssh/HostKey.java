package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;

/**
 * A key by which the server shows who it is.
 *
 * @param blob the public key as it goes over the wire
 * @param algorithms the names it signs by, in the order of a KEXINIT
 */
record HostKey(List<String> algorithms, Bytes blob, PrivateKey key) {
  HostKey {
    algorithms = List.copyOf(algorithms);
  }

  /** A signature with its algorithm's name, as it goes over the wire. */
  byte[] sign(String algorithm, byte[] data) {
    try {
      return switch (algorithm) {
        case "rsa-sha2-512" -> wrap(algorithm, sign("SHA512withRSA", data, key));
        case "rsa-sha2-256" -> wrap(algorithm, sign("SHA256withRSA", data, key));
        case "ssh-ed25519" -> wrap(algorithm, sign("Ed25519", data, key));
        case "ecdsa-sha2-nistp256" ->
            wrap(algorithm, pair(sign("SHA256withECDSAinP1363Format", data, key)));
        default ->
            throw new IllegalArgumentException(
                "algorithm " + algorithm + " (expected a host key's)");
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  private static byte[] sign(String algorithm, byte[] data, PrivateKey key)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key, Randomness.SECURE);
    signature.update(data);
    return signature.sign();
  }

  private static byte[] pair(byte[] halves) {
    int half = halves.length / 2;
    return new PayloadWriter()
        .mpint(Arrays.copyOf(halves, half))
        .mpint(Arrays.copyOfRange(halves, half, halves.length))
        .bytes();
  }

  private static byte[] wrap(String algorithm, byte[] signature) {
    return new PayloadWriter().text(algorithm).string(signature).bytes();
  }
}
