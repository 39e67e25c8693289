package io.honeypods.drill;

import java.net.URI;
import java.util.List;

/** One attack on one address. */
record Target(Attack attack, String host, int port) {

  /**
   * What an argument means: {@code HOST} is every attack at its usual port, {@code SCHEME://HOST}
   * and {@code SCHEME://HOST:PORT} are one.
   *
   * @throws IllegalArgumentException which says what was expected
   */
  static List<Target> parse(String argument) {
    if (!argument.contains("://")) {
      return Attack.ALL.stream()
          .map(attack -> new Target(attack, argument, attack.port()))
          .toList();
    }
    URI uri = URI.create(argument);
    String host = uri.getHost();
    for (Attack attack : Attack.ALL) {
      if (host != null && attack.scheme().equals(uri.getScheme())) {
        return List.of(new Target(attack, host, uri.getPort() < 0 ? attack.port() : uri.getPort()));
      }
    }
    List<String> schemes = Attack.ALL.stream().map(Attack::scheme).toList();
    throw new IllegalArgumentException(
        argument + " (expected HOST or SCHEME://HOST[:PORT] with one of " + schemes + ")");
  }

  @Override
  public String toString() {
    return attack.scheme() + "://" + host + (port == 0 ? "" : ":" + port);
  }
}
