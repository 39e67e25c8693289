package io.honeypods.decoy.config;

import java.util.Locale;
import java.util.Set;

/** How things are called in Java, in the file and in the environment. */
final class Names {
  private static final Set<String> SECRETS =
      Set.of("token", "tokens", "seed", "seeds", "password", "passwords", "secret", "secrets");

  private Names() {}

  /** {@code perSource} as {@code per-source}. */
  static String ofComponent(String name) {
    var key = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              key.append(Character.isUpperCase(c) ? "-" : "");
              key.append((char) Character.toLowerCase(c));
            });
    return key.toString();
  }

  /** {@code CATCH_ALL} as {@code catch-all}. */
  static String ofEnum(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code limits.per-source} as {@code DECOY_LIMITS_PER_SOURCE}. */
  static String ofVariable(String path) {
    return Overrides.PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether the value of this key must never be printed. */
  static boolean isSecret(String key) {
    return SECRETS.contains(key.substring(key.lastIndexOf('-') + 1));
  }
}
