package io.honeypods.decoy;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.IpLiteral;
import io.honeypods.decoy.config.Problem;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of the node that a pod runs on, as the downward API tells it. */
final class NodeIp {
  private static final String VARIABLE = "NODE_IP";

  private NodeIp() {}

  /** The address as sources are written in events; null where nobody says it. */
  static @Nullable String of(Map<String, String> environment) throws ConfigException {
    String text = environment.getOrDefault(VARIABLE, "");
    if (text.isEmpty()) {
      return null;
    }
    InetAddress address = IpLiteral.parse(text);
    if (address == null) {
      throw new ConfigException(
          List.of(new Problem(VARIABLE, "\"" + text + "\"", "an IP address", null)));
    }
    return address.getHostAddress();
  }
}
