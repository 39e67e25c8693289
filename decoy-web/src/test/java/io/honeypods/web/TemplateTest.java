package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void replacesEveryPlaceholderAndNothingElse() {
    var template = new Template("${a} $a {a} ${b.c}${a}$");

    assertThat(template.fill(Map.of("a", "1", "b.c", "${a}"))).isEqualTo("1 $a {a} ${a}1$");
  }

  @Test
  void refusesAnUnknownPlaceholder() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Template("x ${b}").fill(Map.of("a", "1")))
        .withMessage("placeholder ${b} (expected one of [a])");
  }

  @Test
  void refusesAPlaceholderWithoutEnd() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Template("x ${a").fill(Map.of("a", "1")))
        .withMessage("placeholder at 2 (expected a } behind)");
  }
}
