package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What everybody may list after an install says nothing of what it is. */
class CamouflageTest {
  @Test
  void nothingBesideMonitoringSaysWhatItIs() {
    assertThat(Manifest.installed()).flatMap(Camouflage::giveaways).isEmpty();
  }

  @Test
  void noWordIsOverlooked() {
    assertThat(Camouflage.giveaways(Manifest.parse(configMap("a: honeypods/web")).getFirst()))
        .containsExactly("ConfigMap apps/a: honeypods/web");
    assertThat(Camouflage.giveaways(Manifest.parse(configMap("DECOY_SEED: a")).getFirst()))
        .containsExactly("ConfigMap apps/a: DECOY_SEED");
    assertThat(Camouflage.giveaways(Manifest.parse(configMap("a: b")).getFirst())).isEmpty();
  }

  private static String configMap(String data) {
    return "kind: ConfigMap\nmetadata: {name: a, namespace: apps}\ndata: {" + data + "}\n";
  }
}
