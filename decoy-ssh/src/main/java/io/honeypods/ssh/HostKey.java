package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * A key by which the server shows who it is.
 *
 * @param algorithms the names it signs by, in the order of a KEXINIT
 * @param blob the public key as it goes over the wire
 */
record HostKey(List<String> algorithms, Bytes blob, Signer signer) {
  HostKey {
    algorithms = List.copyOf(algorithms);
  }

  /** A signature with its algorithm's name, as it goes over the wire. */
  byte[] sign(String algorithm, byte[] data) {
    byte[] signature =
        switch (algorithm) {
          case "rsa-sha2-512" -> signer.sign("SHA512withRSA", data);
          case "rsa-sha2-256" -> signer.sign("SHA256withRSA", data);
          case "ssh-ed25519" -> signer.sign("Ed25519", data);
          case "ecdsa-sha2-nistp256" -> pair(signer.sign("SHA256withECDSAinP1363Format", data));
          default ->
              throw new IllegalArgumentException(
                  "algorithm " + algorithm + " (expected a host key's)");
        };
    return new PayloadWriter().text(algorithm).string(signature).bytes();
  }

  private static byte[] pair(byte[] halves) {
    int half = halves.length / 2;
    return new PayloadWriter()
        .mpint(Arrays.copyOf(halves, half))
        .mpint(Arrays.copyOfRange(halves, half, halves.length))
        .bytes();
  }
}
