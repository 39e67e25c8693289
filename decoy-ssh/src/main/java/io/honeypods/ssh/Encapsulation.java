package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import java.util.Arrays;
import org.apache.sshd.common.kex.BuiltinKEM;
import org.apache.sshd.common.kex.KeyEncapsulationMethod;

/** A secret sealed for whoever has the other half of a key that no quantum computer opens. */
enum Encapsulation {
  MLKEM768(1184) {
    @Override
    Sealed seal(byte[] publicKey) {
      KeyEncapsulationMethod.Server server = BuiltinKEM.mlkem768.getServer();
      try {
        server.init(publicKey);
      } catch (IllegalArgumentException _) {
        throw new MalformedException("public value of no ML-KEM key");
      }
      return new Sealed(Bytes.of(server.getEncapsulation()), Bytes.of(server.getSecret()));
    }
  },
  SNTRUP761(Sntrup761.PUBLIC_KEY) {
    @Override
    Sealed seal(byte[] publicKey) {
      return Sntrup761.seal(publicKey);
    }
  };

  private final int publicKey;

  Encapsulation(int publicKey) {
    this.publicKey = publicKey;
  }

  /**
   * What a client that sent a key is sent, and what both know then.
   *
   * @throws MalformedException where it is no key
   */
  abstract Sealed seal(byte[] publicKey);

  /** The length of a public key, in bytes. */
  int publicKey() {
    return publicKey;
  }

  /** The key at the beginning of what a client sent. */
  Sealed sealFor(byte[] clientPublic) {
    return seal(Arrays.copyOf(clientPublic, publicKey));
  }

  record Sealed(Bytes ciphertext, Bytes secret) {}
}
