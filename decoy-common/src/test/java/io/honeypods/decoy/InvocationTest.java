package io.honeypods.decoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.honeypods.decoy.Invocation.Check;
import io.honeypods.decoy.Invocation.Help;
import io.honeypods.decoy.Invocation.ShowVersion;
import io.honeypods.decoy.Invocation.Up;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {

  @Test
  void upTakesNamesAndOptionsInAnyOrder() {
    assertThat(Invocation.parse("up")).isEqualTo(new Up(List.of(), null, false));
    assertThat(Invocation.parse("up", "web", "--pretty", "ssh"))
        .isEqualTo(new Up(List.of("web", "ssh"), null, true));
    assertThat(Invocation.parse("up", "--config", "a.yaml"))
        .isEqualTo(new Up(List.of(), Path.of("a.yaml"), false));
    assertThat(Invocation.parse("--config=a.yaml", "up"))
        .isEqualTo(new Up(List.of(), Path.of("a.yaml"), false));
  }

  @Test
  void checkTakesOneFile() {
    assertThat(Invocation.parse("check", "a.yaml")).isEqualTo(new Check(Path.of("a.yaml")));
  }

  @Test
  void helpAndVersionGoBeforeAllElse() {
    assertThat(Invocation.parse("-h")).isEqualTo(new Help());
    assertThat(Invocation.parse("up", "--help")).isEqualTo(new Help());
    assertThat(Invocation.parse("-V")).isEqualTo(new ShowVersion());
    assertThat(Invocation.parse("--version")).isEqualTo(new ShowVersion());
  }

  @ParameterizedTest
  @CsvSource({
    "'', no command given (expected up or check)",
    "down, command down (expected up or check)",
    "up --prety, --prety",
    "up --pret, --pret",
    "up --config, config",
    "check, 0 files to check (expected one)",
    "check a b, 2 files to check (expected one)",
    "check --pretty a, --pretty after check (expected nothing but a file)",
  })
  void whatIsWrongIsNamed(String words, String named) {
    String[] arguments = words.isEmpty() ? new String[0] : words.split(" ", -1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Invocation.parse(arguments))
        .withMessageContaining(named);
  }
}
