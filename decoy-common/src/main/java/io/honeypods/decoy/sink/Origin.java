package io.honeypods.decoy.sink;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where this process runs, as its events say: from the variables that a pod's downward API fills,
 * by names that say nothing to who reads the pod.
 */
public record Origin(
    String version,
    String host,
    @Nullable String namespace,
    @Nullable String pod,
    @Nullable String podIp,
    @Nullable String node,
    Map<String, String> labels) {
  public Origin {
    labels = Map.copyOf(labels);
  }

  public static Origin of(
      String version, String host, Map<String, String> environment, Map<String, String> labels) {
    return new Origin(
        version,
        host,
        environment.get("POD_NAMESPACE"),
        environment.get("POD_NAME"),
        environment.get("POD_IP"),
        environment.get("NODE_NAME"),
        labels);
  }
}
