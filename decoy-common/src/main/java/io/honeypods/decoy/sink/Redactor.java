package io.honeypods.decoy.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import io.honeypods.decoy.config.CredentialsMode;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What an event shows of a secret: all of it, a keyed digest by which equal secrets are known as
 * equal, or nothing.
 */
final class Redactor {
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "x-auth-token");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)((?:pass|pwd|secret|token|key|auth)[^=&]*=)[^&#]*");

  private final CredentialsMode mode;
  private final SecretKeySpec key;

  Redactor(CredentialsMode mode, byte[] hmacKey) {
    this.mode = mode;
    this.key = new SecretKeySpec(hmacKey, "HmacSHA256");
  }

  boolean isPlain() {
    return mode == CredentialsMode.PLAIN;
  }

  /** The secret as it may be shown; null for not at all. */
  @Nullable String secret(String value) {
    return switch (mode) {
      case PLAIN -> value;
      case HMAC -> "hmac-sha256:" + hmac(value);
      case OMIT -> null;
    };
  }

  /** The value of a header, without the secret that some carry; one may hold a target. */
  String header(String name, String value) {
    if (isPlain() || !SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      return target(value);
    }
    String shown = secret(value);
    return shown == null ? "(omitted)" : shown;
  }

  /** A request target without the values of parameters that are named like secrets. */
  String target(String target) {
    return isPlain() ? target : SECRET_PARAMETER.matcher(target).replaceAll("$1(omitted)");
  }

  private String hmac(String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }
}
