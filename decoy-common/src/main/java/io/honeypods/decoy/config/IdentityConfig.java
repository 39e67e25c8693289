package io.honeypods.decoy.config;

import org.jspecify.annotations.Nullable;

/** Who the decoys pretend to be: section {@code identity}. */
public record IdentityConfig(
    @Setting(
            value =
                "Any secret text; decoys of one seed share names, keys and planted credentials. "
                    + "Random at each start where absent.",
            fallback = Setting.NONE)
        @Nullable String seed,
    @Setting(
            value = "The host name to go by. Derived from the seed where absent.",
            fallback = Setting.NONE)
        @Nullable String host) {
  private static final int LONGEST_HOST = 253;

  public IdentityConfig {
    if (seed != null && seed.isEmpty()) {
      throw new IllegalArgumentException("seed is empty (expected any other text, or none)");
    }
    if (host != null && !isHostName(host)) {
      throw new IllegalArgumentException(
          "host is "
              + Show.quoted(host)
              + " (expected a host name of letters, digits, hyphens and dots)");
    }
  }

  private static boolean isHostName(String host) {
    boolean labels = host.length() <= LONGEST_HOST;
    for (String label : host.split("\\.", -1)) {
      labels &=
          !label.isEmpty()
              && label.length() <= 63
              && !label.startsWith("-")
              && !label.endsWith("-")
              && label
                  .chars()
                  .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'));
    }
    return labels;
  }

  /** Without the seed, which is a secret. */
  @Override
  public String toString() {
    return "IdentityConfig[host=" + host + "]";
  }
}
