package io.honeypods.decoy.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An address and port to listen on, written {@code 0.0.0.0:8888} or {@code [::1]:9100}.
 *
 * @param host an IP address, never a name
 * @param port from 0 (any free one) to 65535
 */
public record Endpoint(String host, int port) {
  static final String EXPECTED = "host:port such as 0.0.0.0:8888";
  private static final Range PORTS = new Range(0, 65535);
  private static final String PORT_RANGE = PORTS.describe(Long::toString);

  public Endpoint {
    if (IpLiteral.parse(host) == null) {
      throw new UnexpectedValueException(host, "an IP address (names are not looked up)");
    }
    if (!PORTS.holds(port)) {
      throw new IllegalArgumentException("port " + port + " (expected" + PORT_RANGE + ")");
    }
  }

  /** Reads an endpoint; {@link IllegalArgumentException} says what was expected. */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    String host = bare(text.substring(0, Math.max(0, colon)));
    if (host.isEmpty() || port.isEmpty()) {
      throw new UnexpectedValueException(text, EXPECTED);
    }
    if (IpLiteral.parse(host) == null) {
      throw new UnexpectedValueException(text, EXPECTED + " (an IP address, not a name)");
    }
    if (!Numbers.isWhole(port) || port.length() > 5 || !PORTS.holds(Long.parseLong(port))) {
      throw new UnexpectedValueException(text, EXPECTED + " (a port" + PORT_RANGE + ")");
    }
    return new Endpoint(host, Integer.parseInt(port));
  }

  /** The address without its brackets, which an IPv6 one needs and no other may have. */
  private static String bare(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String inside = bracketed ? host.substring(1, host.length() - 1) : host;
    return bracketed == inside.indexOf(':') >= 0 ? inside : "";
  }

  /** The socket address, made without looking anything up. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
