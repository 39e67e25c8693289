package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/** The keys of a host: as ssh-keygen -A makes them at install, or as they are mounted. */
final class HostKeys {
  private static final int RSA_BITS = 3072;
  private static final List<String> FILES =
      List.of("ssh_host_rsa_key", "ssh_host_ecdsa_key", "ssh_host_ed25519_key");

  private static final List<String> RSA = List.of("rsa-sha2-512", "rsa-sha2-256");

  private final @Nullable CompletableFuture<HostKey> slow;
  private final List<HostKey> quick;

  private HostKeys(@Nullable CompletableFuture<HostKey> slow, List<HostKey> quick) {
    this.slow = slow;
    this.quick = List.copyOf(quick);
  }

  /** The keys that belong to an identity: always the same; RSA's takes a while to be there. */
  static HostKeys of(Identity identity) {
    return of(identity, ForkJoinPool.commonPool());
  }

  /** As {@link #of(Identity)}, with RSA's key made by an executor. */
  static HostKeys of(Identity identity, Executor maker) {
    return new HostKeys(
        CompletableFuture.supplyAsync(() -> rsa(generate("RSA", identity)), maker),
        List.of(ecdsa(generate("EC", identity)), ed25519(generate("Ed25519", identity))));
  }

  /** Whether all keys are there. */
  boolean isReady() {
    return slow == null || slow.isDone();
  }

  /** Whether the key that signs by an algorithm is there. */
  boolean isReady(String algorithm) {
    return isReady() || !RSA.contains(algorithm);
  }

  /** Those that are there at once. */
  List<HostKey> quick() {
    return quick;
  }

  /** All keys, in the order of a KEXINIT; waits for those that are not there. */
  List<HostKey> keys() {
    return slow == null ? quick : Stream.concat(Stream.of(slow.join()), quick.stream()).toList();
  }

  /**
   * The keys in a directory, by the names that sshd looks for; those that are not there are left
   * out.
   *
   * @throws IOException where there is none, or one cannot be read
   */
  static HostKeys in(Path directory) throws IOException {
    var keys = new ArrayList<HostKey>();
    for (String name : FILES) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        keys.add(load(file));
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("no host key in " + directory + " (expected one of " + FILES + ")");
    }
    return new HostKeys(null, keys);
  }

  /** The algorithms of all, in the order of a KEXINIT. */
  List<String> algorithms() {
    List<String> known = quick.stream().flatMap(key -> key.algorithms().stream()).toList();
    return slow == null ? known : Stream.concat(RSA.stream(), known.stream()).toList();
  }

  /** The key that signs by an algorithm. */
  HostKey by(String algorithm) {
    return (RSA.contains(algorithm) ? keys() : quick)
        .stream()
            .filter(key -> key.algorithms().contains(algorithm))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no host key for " + algorithm));
  }

  private static HostKey load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Iterable<KeyPair> pairs =
          SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), in, null);
      for (KeyPair pair : pairs == null ? List.<KeyPair>of() : pairs) {
        return of(pair);
      }
      throw new IOException("no private key in " + file);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static HostKey of(KeyPair pair) throws IOException {
    String algorithm = pair.getPublic().getAlgorithm();
    return switch (algorithm) {
      case "RSA" -> rsa(pair);
      case "EC", "ECDSA" -> ecdsa(pair);
      case "Ed25519", "EdDSA" -> ed25519(pair);
      default -> throw new IOException(algorithm + " key (expected RSA, ECDSA or Ed25519)");
    };
  }

  private static HostKey rsa(KeyPair pair) {
    return new HostKey(RSA, blob(pair.getPublic()), new Signer.Platform(pair.getPrivate()));
  }

  private static HostKey ecdsa(KeyPair pair) {
    return new HostKey(
        List.of("ecdsa-sha2-nistp256"),
        blob(pair.getPublic()),
        new Signer.Platform(pair.getPrivate()));
  }

  private static HostKey ed25519(KeyPair pair) {
    try {
      AsymmetricKeyParameter key = PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
      return new HostKey(
          List.of("ssh-ed25519"),
          edBlob(pair.getPublic()),
          new Signer.Edwards((Ed25519PrivateKeyParameters) key));
    } catch (IOException e) {
      throw new UncheckedIOException("an Ed25519 key that has no PKCS #8 form", e);
    }
  }

  private static Bytes blob(PublicKey key) {
    var buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(key);
    return Bytes.of(buffer.getCompactData());
  }

  /** The last 32 bytes of an Ed25519 key in X.509 form are the key. */
  private static Bytes edBlob(PublicKey key) {
    if (!(key instanceof EdECPublicKey)) {
      return blob(key);
    }
    byte[] encoded = key.getEncoded();
    byte[] point = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return Bytes.of(new PayloadWriter().text("ssh-ed25519").string(point).bytes());
  }

  /** SHA1PRNG that is seeded before it is asked for anything gives the same for the same seed. */
  private static KeyPair generate(String algorithm, Identity identity) {
    try {
      return pair(algorithm, identity);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA, P-256 and Ed25519 are part of every JDK", e);
    }
  }

  private static KeyPair pair(String algorithm, Identity identity) throws GeneralSecurityException {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(identity.bytes("ssh/host-key/" + algorithm, 32));
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    switch (algorithm) {
      case "RSA" -> generator.initialize(RSA_BITS, random);
      case "EC" -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      default -> generator.initialize(255, random);
    }
    return generator.generateKeyPair();
  }
}
