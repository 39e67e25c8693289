package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a dashboard has to have to work in somebody else's Grafana. */
class DashboardTest {

  @Test
  void everyDashboardHasAStableNameAndChoosesItsDataSource() {
    assertThat(Dashboards.all())
        .hasSize(3)
        .allSatisfy(
            dashboard -> {
              assertThat(dashboard.get("uid").asString()).startsWith("honeypods-");
              assertThat(dashboard.get("editable").asBoolean()).isFalse();
              assertThat(dashboard.get("tags")).hasToString("[\"honeypods\"]");
              assertThat(dashboard.has("__inputs")).isFalse();
              assertThat(dashboard.at("/templating/list/0/name").asString())
                  .isEqualTo("datasource");
            });
    assertThat(Dashboards.all()).extracting(d -> d.get("uid").asString()).doesNotHaveDuplicates();
  }

  @Test
  void everyPanelSaysWhatItShowsAndInWhichUnit() {
    assertThat(Dashboards.panels())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            panel -> {
              assertThat(panel.get("title").asString()).isNotBlank();
              assertThat(panel.get("description").asString()).endsWith(".");
              assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
              assertThat(panel.get("targets")).isNotEmpty();
            });
    assertThat(Dashboards.panels())
        .extracting(panel -> panel.get("title").asString())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyQueryGoesToTheChosenSource() {
    assertThat(Dashboards.panels())
        .allSatisfy(
            panel -> {
              assertThat(source(panel)).isEqualTo("${datasource}");
              assertThat(panel.get("targets").valueStream())
                  .allMatch(target -> source(target).equals("${datasource}"));
            });
  }

  @Test
  void countersAreNeverShownAsTheyStand() {
    assertThat(Dashboards.queries())
        .allSatisfy(
            query ->
                assertThat(query.replaceAll("(rate|increase)\\([^\\[]*\\[", ""))
                    .doesNotContain("_total"));
  }

  @Test
  void everyPanelHasItsOwnPlace() {
    for (JsonNode dashboard : Dashboards.all()) {
      boolean[][] taken = new boolean[100][24];
      for (JsonNode panel : dashboard.get("panels").valueStream().toList()) {
        take(taken, panel.get("gridPos"), panel.get("title").asString());
      }
    }
  }

  @Test
  void kustomizeTakesEveryFile() {
    JsonNode files =
        Tree.yaml(Dashboards.FOLDER.resolve("kustomization.yaml"))
            .at("/configMapGenerator/0/files");

    assertThat(files.valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(
            Tree.files(Dashboards.FOLDER, ".json").stream()
                .map(file -> file.getFileName().toString())
                .toList());
  }

  private static void take(boolean[][] taken, JsonNode place, String title) {
    for (int y = 0; y < place.get("h").asInt(); y++) {
      for (int x = 0; x < place.get("w").asInt(); x++) {
        int row = place.get("y").asInt() + y;
        int column = place.get("x").asInt() + x;
        assertThat(taken[row][column]).as("%s covers another panel", title).isFalse();
        taken[row][column] = true;
      }
    }
  }

  private static String source(JsonNode node) {
    return node.at("/datasource/uid").asString();
  }
}
