package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.ssh.Encapsulation.Sealed;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.sshd.common.kex.ECDH;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** A way to agree on a secret that takes one message each way. */
sealed interface KexMethod {

  /** The digest of the exchange, as Java names it. */
  String digest();

  /**
   * Our answer to what the client sent.
   *
   * @throws MalformedException where that is no public value
   */
  Agreement agree(byte[] clientPublic);

  /**
   * What came of it.
   *
   * @param publicValue what we send
   * @param secret the shared secret as the exchange hash and the keys take it
   */
  record Agreement(Bytes publicValue, Bytes secret) {}

  /** The method of a name that we offer, other than group exchange. */
  static KexMethod of(String name) {
    return switch (name) {
      case "mlkem768x25519-sha256" -> new Hybrid(Encapsulation.MLKEM768, "SHA-256");
      case "sntrup761x25519-sha512", "sntrup761x25519-sha512@openssh.com" ->
          new Hybrid(Encapsulation.SNTRUP761, "SHA-512");
      case "curve25519-sha256", "curve25519-sha256@libssh.org" -> new Curve25519();
      case "ecdh-sha2-nistp256" -> new Nist("nistp256", "SHA-256");
      case "ecdh-sha2-nistp384" -> new Nist("nistp384", "SHA-384");
      case "ecdh-sha2-nistp521" -> new Nist("nistp521", "SHA-512");
      case "diffie-hellman-group14-sha256" -> new FiniteField(DhGroup.GROUP14, "SHA-256");
      case "diffie-hellman-group16-sha512" -> new FiniteField(DhGroup.GROUP16, "SHA-512");
      case "diffie-hellman-group18-sha512" -> new FiniteField(DhGroup.GROUP18, "SHA-512");
      default -> throw new IllegalArgumentException("kex " + name + " (expected one we offer)");
    };
  }

  /** X25519: RFC 8731. */
  record Curve25519() implements KexMethod {
    @Override
    public String digest() {
      return "SHA-256";
    }

    @Override
    public Agreement agree(byte[] clientPublic) {
      byte[] key = new byte[X25519.SCALAR_SIZE];
      X25519.generatePrivateKey(Randomness.SECURE, key);
      byte[] publicValue = new byte[X25519.POINT_SIZE];
      X25519.scalarMultBase(key, 0, publicValue, 0);
      byte[] secret = x25519(key, clientPublic);
      return agreed(publicValue, new PayloadWriter().mpint(secret));
    }
  }

  /** A post-quantum encapsulation and X25519, hashed together. */
  record Hybrid(Encapsulation kem, String digest) implements KexMethod {
    @Override
    public Agreement agree(byte[] clientPublic) {
      int expected = kem.publicKey() + X25519.POINT_SIZE;
      if (clientPublic.length != expected) {
        throw new MalformedException(
            "public value of %d bytes (expected %d)".formatted(clientPublic.length, expected));
      }
      Sealed ours = kem.sealFor(clientPublic);
      byte[] key = new byte[X25519.SCALAR_SIZE];
      X25519.generatePrivateKey(Randomness.SECURE, key);
      byte[] point = new byte[X25519.POINT_SIZE];
      X25519.scalarMultBase(key, 0, point, 0);
      byte[] curve =
          x25519(key, Arrays.copyOfRange(clientPublic, kem.publicKey(), clientPublic.length));
      MessageDigest hash = Randomness.digest(digest);
      hash.update(ours.secret().toByteArray());
      return agreed(
          PayloadWriter.join(ours.ciphertext().toByteArray(), point),
          new PayloadWriter().string(hash.digest(curve)));
    }
  }

  /** ECDH over a NIST curve: RFC 5656. */
  record Nist(String curve, String digest) implements KexMethod {
    @Override
    public Agreement agree(byte[] clientPublic) {
      try {
        var ecdh = new ECDH(curve);
        byte[] publicValue = ecdh.getE();
        ecdh.setF(clientPublic);
        return agreed(publicValue, new PayloadWriter().mpint(ecdh.getK()));
      } catch (Exception e) { // the library declares no less
        throw new MalformedException("point of " + clientPublic.length + " bytes not on " + curve);
      }
    }
  }

  /** Diffie-Hellman in a group that both know: RFC 8268. */
  record FiniteField(DhGroup group, String digest) implements KexMethod {
    @Override
    public Agreement agree(byte[] clientPublic) {
      return group.agree(clientPublic, digest.equals("SHA-512") ? 512 : 256);
    }
  }

  /** An agreement on a secret as it was written. */
  static Agreement agreed(byte[] publicValue, PayloadWriter secret) {
    return new Agreement(Bytes.of(publicValue), Bytes.of(secret.bytes()));
  }

  private static byte[] x25519(byte[] key, byte[] clientPublic) {
    byte[] secret = new byte[X25519.POINT_SIZE];
    if (clientPublic.length != X25519.POINT_SIZE
        || !X25519.calculateAgreement(key, 0, clientPublic, 0, secret, 0)) {
      throw new MalformedException(
          "curve point of %d bytes (expected 32, not of small order)"
              .formatted(clientPublic.length));
    }
    return secret;
  }
}
