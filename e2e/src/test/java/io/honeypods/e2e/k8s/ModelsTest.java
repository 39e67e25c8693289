package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether the types of Kubernetes know every key of the installed objects. */
class ModelsTest {
  @Test
  void everyInstalledObjectIsOne() {
    assertThat(Manifest.installed()).hasSizeGreaterThan(25);
    assertThat(Manifest.installed()).flatMap(Models::problems).isEmpty();
  }

  @Test
  void anUnknownKeyIsAProblemHoweverDeepItIs() {
    assertThat(problems("spec: {template: {spec: {hostNetwrok: true}}}")).contains("hostNetwrok");
    assertThat(problems("metadata: {nmae: a}")).contains("nmae");
    assertThat(problems("spec: {replicas: many}")).contains("many");
    assertThat(problems("metadata: {labels: {a: true}}")).contains("Boolean");
    assertThat(problems("spec: {replicas: 2}")).isEmpty();
  }

  @Test
  void anUnknownKindIsAProblem() {
    var unknown = Manifest.parse("{apiVersion: apps/v1, kind: Deploymint}").getFirst();
    assertThat(Models.problems(unknown)).singleElement().asString().contains("no type for");
  }

  private static String problems(String more) {
    String yaml = "apiVersion: apps/v1\nkind: Deployment\n" + more;
    return String.join("\n", Models.problems(Manifest.parse(yaml).getFirst()));
  }
}
