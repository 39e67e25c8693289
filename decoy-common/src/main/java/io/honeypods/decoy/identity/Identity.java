package io.honeypods.decoy.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One install's stable, made-up self: the same seed gives the same names, dates, keys and ids
 * everywhere and for ever, another seed gives others.
 *
 * <p>Each value is derived by HKDF-SHA256 (<a href="https://www.rfc-editor.org/rfc/rfc5869">RFC
 * 5869</a>) with its purpose as {@code info}, so that no value tells anything about another.
 */
public final class Identity {
  private static final Instant EARLIEST_INSTALL = Instant.parse("2026-02-02T06:00:00Z");
  private static final Duration INSTALL_SPREAD = Duration.ofDays(180);
  private static final List<String> TEAMS =
      List.of("ops", "core", "infra", "edge", "data", "billing", "platform", "ledger");
  private static final List<String> ROLES =
      List.of("console", "board", "status", "tools", "desk", "panel");

  private final SecretKey key;
  private final @Nullable String givenHost;

  private Identity(byte[] seed, @Nullable String givenHost) {
    this.key = new SecretKeySpec(seed, "HKDF");
    this.givenHost = givenHost;
  }

  /** The identity of a seed: any text, not empty. */
  public static Identity of(String seed) {
    return of(seed, null);
  }

  /** The identity of a seed that goes by the host name given, or by a derived one where null. */
  public static Identity of(String seed, @Nullable String host) {
    if (seed.isEmpty()) {
      throw new IllegalArgumentException("identity seed is empty (expected any other text)");
    }
    return new Identity(seed.getBytes(UTF_8), host);
  }

  /** A seed nobody can guess: 256 random bits as hex. */
  public static String randomSeed() {
    byte[] seed = new byte[32];
    new SecureRandom().nextBytes(seed);
    return HexFormat.of().formatHex(seed);
  }

  /** Secret bytes for one purpose. */
  public byte[] bytes(String purpose, int length) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(purpose.getBytes(UTF_8), length);
      return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of every JDK from 25", e);
    }
  }

  /** Lower-case hex digits for one purpose. */
  public String hex(String purpose, int digits) {
    return HexFormat.of().formatHex(bytes(purpose, (digits + 1) / 2)).substring(0, digits);
  }

  /** A reproducible source of numbers for one purpose; not for secrets. */
  public RandomGenerator random(String purpose) {
    return new SplittableRandom(ByteBuffer.wrap(bytes(purpose, Long.BYTES)).getLong());
  }

  /** One of several choices. */
  public <T> T pick(String purpose, List<T> choices) {
    return choices.get(random(purpose).nextInt(choices.size()));
  }

  /** The short host name, such as {@code infra-console}. */
  public String host() {
    return givenHost != null
        ? givenHost
        : pick("host/team", TEAMS) + "-" + pick("host/role", ROLES);
  }

  /** When this host was set up, in whole seconds: weeks to months before the project's release. */
  public Instant installed() {
    return EARLIEST_INSTALL.plusSeconds(random("installed").nextLong(INSTALL_SPREAD.toSeconds()));
  }
}
