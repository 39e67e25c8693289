package io.honeypods.decoy.config;

import java.util.List;
import java.util.Locale;

/**
 * The variables that Kubernetes sets in every pod for a Service, such as {@code
 * DECOY_WEB_PORT_8888_TCP_ADDR} for one named {@code decoy-web}: see <a
 * href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">its
 * manual</a>.
 */
final class ServiceLinks {
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
  private static final List<String> PARTS = List.of("PROTO", "PORT", "ADDR");

  private ServiceLinks() {}

  /** Whether Kubernetes sets a variable of this name where a Service of some name exists. */
  static boolean mayBeNamed(String name) {
    return name.endsWith("_PORT") || isHostOrPort(name) || isPortOfProtocol(name.split("_", -1));
  }

  /** Whether Kubernetes set this variable. */
  static boolean isLink(String name, String value) {
    if (isHostOrPort(name) || isPortOfProtocol(name.split("_", -1))) {
      return true;
    }
    return name.endsWith("_PORT")
        && PROTOCOLS.stream().anyMatch(p -> value.startsWith(p.toLowerCase(Locale.ROOT) + "://"));
  }

  private static boolean isHostOrPort(String name) {
    return name.endsWith("_SERVICE_HOST")
        || name.endsWith("_SERVICE_PORT")
        || name.contains("_SERVICE_PORT_");
  }

  /** Whether the words end in {@code PORT_8888_TCP}, or that and one part of it. */
  private static boolean isPortOfProtocol(String[] words) {
    int end = words.length;
    if (end > 0 && PARTS.contains(words[end - 1])) {
      end--;
    }
    return end > 3
        && words[end - 3].equals("PORT")
        && Numbers.isWhole(words[end - 2])
        && PROTOCOLS.contains(words[end - 1]);
  }
}
