package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.Config;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.ConfigLoader;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that pods start with, read by what reads them there. */
class SettingsTest {
  @TempDir private Path folder;

  @Test
  void everyConfigMapIsAConfigurationThatKeepsTheMetricsClosed() throws Exception {
    List<Manifest> maps = settings(Manifest.installed(), "ConfigMap", "/data/config.yaml");
    assertThat(maps).hasSize(4);
    for (Manifest map : maps) {
      Config config = load(map.text("/data/config.yaml"));
      assertThat(config.warnings()).isEmpty();
      assertThat(config.admin().allow()).hasToString("[127.0.0.1/32]");
    }
  }

  @Test
  void theSecretsGiveAllPodsOneIdentityAndPrometheusTheToken() throws Exception {
    Tools.require("bash", "od");
    Command secret = Command.run(Tree.K8S.resolve("secret").toString());
    assertThat(secret.exit()).as(secret.err()).isZero();
    List<Manifest> all = Manifest.parse(secret.out());

    List<Manifest> pods = settings(all, "Secret", "/stringData/config.yaml");
    assertThat(pods).hasSize(4).flatMap(Models::problems).isEmpty();
    assertThat(all).flatMap(Camouflage::giveaways).isEmpty();
    Config first = load(pods.getFirst().text("/stringData/config.yaml"));
    for (Manifest pod : pods) {
      Config config = load(pod.text("/stringData/config.yaml"));
      assertThat(config.identity()).isEqualTo(first.identity());
      assertThat(config.identity().seed()).hasSize(48);
      assertThat(config.admin().allow()).isEmpty();
      assertThat(all.getLast().text("/stringData/token")).isEqualTo(config.admin().token());
    }
  }

  @Test
  void everyPodReadsTheSecretOfItsName() throws Exception {
    Tools.require("bash", "od");
    List<Manifest> secrets =
        Manifest.parse(Command.run(Tree.K8S.resolve("secret").toString()).out());
    List<Manifest> pods = Manifest.installed().stream().filter(Manifest::runsPods).toList();

    assertThat(pods).hasSize(4);
    for (Manifest pod : pods) {
      String sources = "/spec/template/spec/volumes/0/projected/sources";
      assertThat(pod.text(sources + "/0/configMap/name")).isEqualTo(pod.name());
      assertThat(pod.text(sources + "/1/secret/name")).isEqualTo(pod.name());
      assertThat(pod.root().at(sources + "/1/secret/optional").asBoolean()).isTrue();
      assertThat(secrets).anyMatch(s -> s.isBeside(pod) && s.name().equals(pod.name()));
    }
  }

  private static List<Manifest> settings(List<Manifest> all, String kind, String place) {
    return all.stream().filter(m -> m.is(kind) && !m.text(place).isEmpty()).toList();
  }

  /** An image knows the section of its own decoy only, so settings for all have none of them. */
  private Config load(String yaml) throws IOException, ConfigException {
    Path file = Files.writeString(folder.resolve("config.yaml"), yaml);
    return new ConfigLoader(Map.of()).load(file, Map.of());
  }
}
