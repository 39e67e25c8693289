package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFileTest {
  @TempDir private Path folder = Path.of("");

  private List<String> problems(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("decoy.yaml"), content);
    return Loading.problems(file, Map.of()).stream()
        .map(problem -> problem.replace(file.toString(), "FILE"))
        .toList();
  }

  private List<String> problems(String content) throws Exception {
    return problems(content.getBytes(StandardCharsets.UTF_8));
  }

  static List<Arguments> brokenFilesAndPlaces() {
    return List.of(
        Arguments.of("shop:\n  name: a: b\n", "FILE:2:10: not valid YAML: mapping values"),
        Arguments.of("shop: {name: a\n", "FILE:2:1: not valid YAML: "),
        Arguments.of("shop:\n\tname: a\n", "FILE:2:1: not valid YAML: found character '\\t(TAB)'"),
        Arguments.of("shop: \"open\n", "FILE:2:1: not valid YAML: found unexpected end of stream"),
        Arguments.of("shop: @x\n", "FILE:1:7: not valid YAML: found character '@'"),
        Arguments.of("shop: - x\n", "FILE:1:7: not valid YAML: sequence entries are not allowed"),
        Arguments.of(
            "a: 1\nshop: !x!y z\n", "FILE:2:7: not valid YAML: found undefined tag handle"),
        Arguments.of("%YAML 3.0\n---\na: 1\n", "FILE:1:1: not valid YAML: expected YAML 1.2"),
        Arguments.of("a: 1\n---\nb: 2\n", "FILE:2:1: not valid YAML: a second document"),
        Arguments.of("? [a, b]\n: c\n", "FILE:1:3: not valid YAML: a key that is not plain text"),
        Arguments.of("*a : b\n", "FILE:1:1: not valid YAML: a key that is not plain text"),
        Arguments.of("a: 1\nb: \u0007\n", "FILE:2:4: not valid YAML: character U+0007"),
        Arguments.of("a: \ud83d\ude00\nbc\u0000", "FILE:2:3: not valid YAML: character U+0000"),
        Arguments.of("[".repeat(60_000), "FILE:1:34: not valid YAML: nested more than 32 deep"),
        Arguments.of("{a: ".repeat(16_000), "FILE:1:133: not valid YAML: nested more than 32"),
        Arguments.of("- ".repeat(30_000), "FILE:1:67: not valid YAML: nested more than 32 deep"),
        Arguments.of("? ".repeat(30_000), "FILE:1:3: not valid YAML: a key that is not plain"));
  }

  @ParameterizedTest
  @MethodSource("brokenFilesAndPlaces")
  void syntaxErrorIsOneProblemWithItsLineAndColumn(String yaml, String problem) throws Exception {
    assertThat(problems(yaml)).hasSize(1).first().asString().startsWith(problem);
    assertThat(problems(yaml).getFirst()).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"\\q\" ~ found unknown escape character",
        "\"\\U0001zzzz\" ~ expected escape sequence of 8 hexadecimal numbers",
        "|zzz ~ expected chomping or indentation indicators",
        "*[ ~ unexpected character found",
        "!z!z z ~ found undefined tag handle",
        "'x' y ~ expected <block end>, but found '<scalar>'",
      })
  void syntaxErrorDoesNotQuoteTheFile(String yaml, String message) throws Exception {
    assertThat(problems("a: " + yaml + "\n").getFirst())
        .matches("FILE:\\d+:\\d+: not valid YAML: .*")
        .endsWith(": " + message);
  }

  static List<Arguments> otherContents() {
    return List.of(
        Arguments.of("- a\n- b\n", "FILE: got a list, expected a mapping of sections"),
        Arguments.of("just text\n", "FILE: got text, expected a mapping of sections"),
        Arguments.of("5", "FILE: got text, expected a mapping of sections"),
        Arguments.of("!x {a: b}", "FILE: got a value with a tag, expected a mapping of sections"),
        Arguments.of("*x", "FILE: got an alias, expected a mapping of sections"));
  }

  @ParameterizedTest
  @MethodSource("otherContents")
  void fileMustBeAMapping(String yaml, String problem) throws Exception {
    assertThat(problems(yaml)).containsExactly(problem);
  }

  @Test
  void bombOfAliasesIsNeverUnfolded() throws Exception {
    var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("a").append(i).append(": &a").append(i).append(" [");
      yaml.append((alias + ", ").repeat(8)).append(alias).append(" ]\n");
    }
    assertThat(problems(yaml.toString()))
        .hasSize(40)
        .allSatisfy(problem -> assertThat(problem).contains("unknown key"));
  }

  @Test
  void fileMayTake64KibibytesAndNoMore() throws Exception {
    String comment = "# " + "x".repeat(ConfigFile.MOST_BYTES - 2);
    assertThat(problems(comment)).isEmpty();
    assertThat(problems(comment + "x"))
        .containsExactly("FILE: larger than 65536 bytes (expected a configuration)");
  }

  @Test
  void endlessFileIsNotReadToItsEnd() {
    assertThat(Loading.problems(Path.of("/dev/zero"), Map.of()))
        .containsExactly("/dev/zero: larger than 65536 bytes (expected a configuration)");
  }

  @Test
  void fileMustBeUtf8() throws Exception {
    assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'}))
        .containsExactly("FILE: not UTF-8 (expected YAML in UTF-8)");
  }

  @Test
  void missingFileIsAProblem() {
    Path file = folder.resolve("absent.yaml");
    assertThat(Loading.problems(file, Map.of())).containsExactly(file + ": no such file");
    assertThat(Loading.problems(file.resolve("deeper"), Map.of()))
        .containsExactly(file.resolve("deeper") + ": no such file");
  }

  @Test
  void fileInsideAFileIsAProblem() throws Exception {
    Path file = Files.writeString(folder.resolve("decoy.yaml"), "").resolve("deeper");
    assertThat(Loading.problems(file, Map.of()))
        .containsExactly(file + ": not readable: Not a directory");
  }

  @Test
  void directoryIsAProblem() {
    assertThat(Loading.problems(folder, Map.of()))
        .containsExactly(folder + ": a directory (expected a file)");
  }

  @Test
  void fileThatCannotBeReadIsAProblem() {
    assertThat(Loading.problems(Path.of("/proc/self/mem"), Map.of()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/proc/self/mem: not readable: ");
  }

  @Test
  void mistakesOfTheEnvironmentAreNamedBesideABrokenFile() throws Exception {
    Path file = Files.writeString(folder.resolve("decoy.yaml"), "a: b: c");
    assertThat(Loading.problems(file, Map.of("DECOY_LIMITS_IDLE", "5")))
        .containsExactly(
            "DECOY_LIMITS_IDLE: got \"5\", expected a duration such as 500ms, 30s or 1h30m",
            file + ":1:5: not valid YAML: mapping values are not allowed here");
  }
}
