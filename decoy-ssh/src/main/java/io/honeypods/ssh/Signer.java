package io.honeypods.ssh;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The private half of a {@link HostKey}. */
sealed interface Signer {

  /** A signature by an algorithm as Java names it, as Java writes it. */
  byte[] sign(String algorithm, byte[] data);

  /** A key that the platform signs by. */
  record Platform(PrivateKey key) implements Signer {
    @Override
    public byte[] sign(String algorithm, byte[] data) {
      try {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key, Randomness.SECURE);
        signature.update(data);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(algorithm + " is part of every JDK", e);
      }
    }
  }

  /** An Ed25519 key: the platform takes twenty times as long. */
  record Edwards(Ed25519PrivateKeyParameters key) implements Signer {
    @Override
    public byte[] sign(String algorithm, byte[] data) {
      byte[] signature = new byte[Ed25519PrivateKeyParameters.SIGNATURE_SIZE];
      key.sign(Ed25519.Algorithm.Ed25519, null, data, 0, data.length, signature, 0);
      return signature;
    }
  }
}
