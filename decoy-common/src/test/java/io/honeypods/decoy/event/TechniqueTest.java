package io.honeypods.decoy.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TechniqueTest {

  @Test
  void idsAreUniqueAndWellFormed() {
    assertThat(Arrays.stream(Technique.values()).map(Technique::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("T\\d{4}(\\.\\d{3})?"));
    assertThat(Arrays.stream(Technique.Tactic.values()).map(Technique.Tactic::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("TA\\d{4}"));
  }

  @Test
  void aSubtechniqueNamesItsParent() {
    assertThat(Technique.PASSWORD_GUESSING.parentId()).isEqualTo("T1110");
    assertThat(Technique.PASSWORD_GUESSING.parentTitle()).isEqualTo("Brute Force");
    assertThat(Arrays.stream(Technique.values()).filter(Technique::isSubtechnique))
        .noneMatch(technique -> technique.title().equals(technique.parentTitle()));
  }

  @Test
  void aTechniqueIsItsOwnParent() {
    assertThat(Technique.PROXY.parentId()).isEqualTo("T1090");
    assertThat(Technique.PROXY.parentTitle()).isEqualTo("Proxy");
  }

  @Test
  void oneParentHasOneTitle() {
    assertThat(
            Arrays.stream(Technique.values()).map(t -> t.parentId() + t.parentTitle()).distinct())
        .hasSameSizeAs(
            Arrays.stream(Technique.values()).map(Technique::parentId).distinct().toList());
  }

  @Test
  void techniquesAreFoundById() {
    assertThat(Technique.byId("T1552.001")).isEqualTo(Technique.CREDENTIALS_IN_FILES);
    assertThat(Technique.byId("T9999")).isNull();
  }

  @Test
  void publicNamesAreUnique() {
    assertThat(ids(EventKind.values(), EventKind::id)).doesNotHaveDuplicates();
    assertThat(ids(AlertName.values(), AlertName::id)).doesNotHaveDuplicates();
    assertThat(ids(CloseReason.values(), CloseReason::id)).doesNotHaveDuplicates();
    assertThat(ids(LoginMethod.values(), LoginMethod::id)).doesNotHaveDuplicates();
  }

  private static <T> Stream<String> ids(T[] values, Function<T, String> id) {
    return Arrays.stream(values).map(id);
  }
}
