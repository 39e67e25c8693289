package io.honeypods.e2e.alerts;

import java.time.Instant;

/** A page as kube-state-metrics serves it, for a few pods. */
final class KubeState {
  private final StringBuilder page = new StringBuilder();
  private final long started = Instant.now().minusSeconds(3600).getEpochSecond();
  private int count;

  /** A pod that runs. */
  KubeState runs(String namespace, String pod, String address) {
    pod(namespace, pod, address, started);
    return this;
  }

  /** A pod that is done and still listed with the address that it had. */
  KubeState finished(String namespace, String pod, String address) {
    String labels = pod(namespace, pod, address, started - 60);
    sample("kube_pod_completion_time{" + labels + "}", started - 30);
    return this;
  }

  String page() {
    return page.toString();
  }

  private String pod(String namespace, String pod, String address, long start) {
    count++;
    String labels = "namespace=\"%s\",pod=\"%s\",uid=\"u%d\"".formatted(namespace, pod, count);
    sample(
        "kube_pod_info{%s,node=\"node-%d\",pod_ip=\"%s\",host_network=\"false\"}"
            .formatted(labels, count, address),
        1);
    sample("kube_pod_start_time{" + labels + "}", start);
    return labels;
  }

  private void sample(String series, long value) {
    page.append(series).append(' ').append(value).append('\n');
  }
}
