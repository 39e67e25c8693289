package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.decoy.identity.Identity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.crypto.Cipher;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What mysqld generates in its data directory when it first starts: a CA, a certificate of the
 * server, and a key pair by which passwords are sent without TLS. The same for the same identity.
 */
record ServerKeys(
    X509Certificate authority, X509Certificate certificate, PrivateKey key, KeyPair password) {
  private static final int BITS = 2048;
  private static final Duration VALIDITY = Duration.ofDays(3650 - 3);
  private static final int LINE = 64;

  /** Makes all keys, which takes most of a second. */
  static ServerKeys generate(Identity identity, String version, Instant installed) {
    try {
      KeyPair ca = keyPair(identity, "mysql/ca");
      KeyPair server = keyPair(identity, "mysql/server");
      var names = "CN=MySQL_Server_" + version + "_Auto_Generated_";
      var caName = new X500Principal(names + "CA_Certificate");
      var serverName = new X500Principal(names + "Server_Certificate");
      return new ServerKeys(
          certify(ca, caName, ca, caName, 1, installed),
          certify(ca, caName, server, serverName, 2, installed),
          server.getPrivate(),
          keyPair(identity, "mysql/password"));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("RSA and X.509 are part of every JDK", e);
    }
  }

  /** The public key for passwords, in PEM, with a line end behind the last line. */
  String publicKeyPem() {
    String base64 =
        Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII))
            .encodeToString(password.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /** What was encrypted with RSA-OAEP (SHA-1) for the public key; null where nothing was. */
  byte @Nullable [] decrypt(byte[] encrypted) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
      cipher.init(Cipher.DECRYPT_MODE, password.getPrivate());
      return cipher.doFinal(encrypted);
    } catch (GeneralSecurityException _) {
      return null; // a peer may send anything
    }
  }

  private static X509Certificate certify(
      KeyPair issuer,
      X500Principal issuerName,
      KeyPair subject,
      X500Principal subjectName,
      int serial,
      Instant installed)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    var builder =
        new JcaX509v3CertificateBuilder(
            issuerName,
            BigInteger.valueOf(serial),
            Date.from(installed),
            Date.from(installed.plus(VALIDITY)),
            subjectName,
            subject.getPublic());
    builder.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(issuer.equals(subject)));
    var signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  /** SHA1PRNG that is seeded before it is asked for anything gives the same for the same seed. */
  private static KeyPair keyPair(Identity identity, String purpose)
      throws GeneralSecurityException {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(identity.bytes(purpose, 32));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS, random);
    return generator.generateKeyPair();
  }
}
