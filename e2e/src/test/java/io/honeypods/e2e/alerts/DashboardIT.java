package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.RealServer;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every query of every dashboard, asked of a Prometheus that reads a decoy. */
class DashboardIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void everyQueryHasAnAnswer() throws IOException {
    Tools.require("prometheus", "curl");
    List<String> queries = Dashboards.queries().toList();
    try (LocalDecoys decoys = LocalDecoys.start();
        RealServer prometheus = prometheus(decoys.metrics())) {
      assertThat(decoys.attack().exit()).isZero();
      String url = "http://127.0.0.1:" + prometheus.address().getPort();
      Waiting.until(
          PATIENCE,
          () -> queries.stream().allMatch(query -> isAnswered(ask(url, query))),
          () -> "no answer to " + unanswered(url, queries));
      assertThat(ask(url, "decoy:touch_by_pod:timestamp_seconds").at("/data/result"))
          .extracting(row -> row.at("/metric/decoy").asString())
          .containsExactlyInAnyOrder("web", "mysql", "ssh");
    }
  }

  private static boolean isAnswered(JsonNode answer) {
    return answer.at("/status").asString("").equals("success")
        && !answer.at("/data/result").isEmpty();
  }

  private static List<String> unanswered(String url, List<String> queries) {
    return queries.stream()
        .filter(query -> !isAnswered(ask(url, query)))
        .map(query -> query + ": " + ask(url, query))
        .toList();
  }

  private static JsonNode ask(String url, String query) {
    Command curl =
        Command.run("curl", "-sG", url + "/api/v1/query", "--data-urlencode", "query=" + query);
    return Tree.json(curl.out());
  }

  private static RealServer prometheus(InetSocketAddress metrics) throws IOException {
    Path folder = Files.createTempDirectory("prometheus");
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(rules, Reactor.text(Tree.RULES).replace("interval: 15s", "interval: 1s"));
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [%s]
        scrape_configs:
          - job_name: decoys
            static_configs: [{targets: ['127.0.0.1:%d'], labels: {namespace: internal, pod: all-0}}]
        """
            .formatted(rules, metrics.getPort()));
    InetSocketAddress address = RealServer.freeAddress();
    return RealServer.start(
        folder,
        address,
        List.of(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + address.getPort()));
  }
}
