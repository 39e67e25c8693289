package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a developer hears of a record that is no configuration. */
class SchemaTest {
  record Unexplained(String name) {}

  record UnknownType(@Setting(value = "What.", fallback = "1") Character letter) {}

  record SetOfTexts(@Setting(value = "What.", fallback = "[]") Set<String> names) {}

  record NumbersByName(@Setting(value = "What.", fallback = "{}") Map<String, Integer> names) {}

  record AbsentNumber(@Setting(value = "What.", fallback = Setting.NONE) int number) {}

  record AbsentText(@Setting(value = "What.", fallback = Setting.NONE) String text) {}

  record BadFallback(@Setting(value = "What.", fallback = "many") int number) {}

  record TooLargeFallback(@Setting(value = "What.", fallback = "5", max = 4) int number) {}

  record ListWithoutBrackets(@Setting(value = "What.", fallback = "a") List<String> names) {}

  record ListOfRecords(@Setting(value = "What.", fallback = "[a]") List<AbsentText> names) {}

  record FullMapping(@Setting(value = "What.", fallback = "{a: b}") Map<String, String> names) {}

  record Port(@Setting(value = "What.", fallback = "80") int port) {}

  record Same(
      @Setting(value = "What.", fallback = "80") int scanWindow, @Setting("What.") Scan scan) {}

  record Scan(@Setting(value = "What.", fallback = "80") int window) {}

  static List<Arguments> recordsAndComplaints() {
    return List.of(
        Arguments.of(Unexplained.class, "Unexplained.name has no @Setting"),
        Arguments.of(UnknownType.class, "UnknownType.letter: type java.lang.Character"),
        Arguments.of(SetOfTexts.class, "SetOfTexts.names: type java.util.Set"),
        Arguments.of(NumbersByName.class, "(expected Map<String, String>)"),
        Arguments.of(AbsentNumber.class, "number has no fallback (expected it @Nullable)"),
        Arguments.of(AbsentText.class, "text has no fallback (expected it @Nullable)"),
        Arguments.of(BadFallback.class, "\"many\" (expected a whole number"),
        Arguments.of(
            TooLargeFallback.class, "\"5\" (expected a whole number from -2147483648 to 4)"),
        Arguments.of(ListWithoutBrackets.class, "\"a\" (expected [a, b])"),
        Arguments.of(ListOfRecords.class, "\"a\" (expected no fallback but those of its keys)"),
        Arguments.of(FullMapping.class, "\"{a: b}\" (expected {})"));
  }

  @ParameterizedTest
  @MethodSource("recordsAndComplaints")
  void documentationFailsWhereARecordContradictsItself(
      Class<? extends Record> type, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigDocs.render(Map.of("shop", type)))
        .withMessageContaining(complaint);
  }

  static List<Arguments> takenVariables() {
    return List.of(
        Arguments.of("shop", Port.class, "DECOY_SHOP_PORT"),
        Arguments.of("shop", Same.class, "DECOY_SHOP_SCAN_WINDOW"));
  }

  @ParameterizedTest
  @MethodSource("takenVariables")
  void noKeyMayHaveAVariableThatSomethingElseSets(
      String section, Class<? extends Record> type, String variable) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfigLoader(Map.of(section, type)).load(null, Map.of()))
        .withMessageContaining(variable);
  }

  @Test
  void noDecoyMayTakeTheNameOfASharedSection() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfigLoader(Map.of("limits", Scan.class)))
        .withMessage("sections [limits] (expected other names)");
  }
}
