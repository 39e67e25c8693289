package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The example of a route, as Alertmanager's own tool reads it. */
class AlertmanagerIT {
  private static final Path CONFIG = Tree.COMPONENTS.resolve("alertmanager/alertmanager.yaml");

  @BeforeEach
  void tool() {
    Tools.require("amtool");
  }

  @Test
  void configurationIsValid() {
    Command check = Command.run("amtool", "check-config", CONFIG.toString());

    assertThat(check.exit()).as(check.out() + check.err()).isZero();
    assertThat(check.out()).contains("SUCCESS", "2 inhibit rules", "4 receivers");
  }

  @Test
  void everyAlertReachesWhoeverItIsFor() {
    for (JsonNode rule : AlertRules.all()) {
      boolean touch = rule.at("/labels").has("honeypod");

      assertThat(receiver(rule, "shop", "web-1")).isEqualTo(touch ? "intrusion" : "operators");
    }
  }

  @Test
  void drillsAreKeptApart() {
    JsonNode rule = AlertRules.all().getFirst();

    assertThat(receiver(rule, "monitoring", "honeypods-drill-1-x")).isEqualTo("drill");
    assertThat(receiver(rule, "shop", "honeypods-drill-1-x")).isEqualTo("intrusion");
  }

  @Test
  void otherAlertsGoOnAsBefore() {
    assertThat(receiver(List.of("alertname=KubePodCrashLooping", "severity=warning")))
        .isEqualTo("default");
  }

  private static String receiver(JsonNode rule, String namespace, String pod) {
    var labels = new ArrayList<String>();
    labels.add("alertname=" + rule.get("alert").asString());
    rule.get("labels").forEachEntry((name, value) -> labels.add(name + "=" + value.asString()));
    labels.addAll(List.of("source_namespace=" + namespace, "source_pod=" + pod));
    return receiver(labels);
  }

  private static String receiver(List<String> labels) {
    var words = new ArrayList<>(List.of("amtool", "config", "routes", "test"));
    words.add("--config.file=" + CONFIG);
    words.addAll(labels);
    Command test = Command.run(words.toArray(String[]::new));
    assertThat(test.exit()).as(test.out() + test.err()).isZero();
    return test.out().strip();
  }
}
