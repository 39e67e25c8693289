package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.PublicKey;
import java.util.Base64;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.signature.SignatureFactory;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The public keys of clients. */
final class PublicKeys {
  private PublicKeys() {}

  /** A key as {@code authorized_keys} has it, with its fingerprint as comment. */
  static String describe(String algorithm, byte[] blob) {
    String type;
    try {
      type = new PayloadReader(blob).text();
    } catch (MalformedException _) {
      type = algorithm;
    }
    byte[] digest = Randomness.digest("SHA-256").digest(blob);
    return type
        + " "
        + Base64.getEncoder().encodeToString(blob)
        + " SHA256:"
        + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  /** Whether a signature over data is that of a key. */
  static boolean verify(String algorithm, byte[] blob, byte[] data, byte[] signature) {
    SignatureFactory factory = BuiltinSignatures.resolveFactory(algorithm);
    if (factory == null || !factory.isSupported()) {
      return false;
    }
    try {
      PublicKey key = new ByteArrayBuffer(blob).getRawPublicKey();
      Signature verifier = factory.create();
      verifier.initVerifier(null, key);
      verifier.update(null, data);
      return verifier.verify(null, signature);
    } catch (Exception _) { // the library declares no less, and a peer may send anything
      return false;
    }
  }

  /** Text as UTF-8, or one character for each byte where it is none. */
  static String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, ISO_8859_1);
    }
  }
}
