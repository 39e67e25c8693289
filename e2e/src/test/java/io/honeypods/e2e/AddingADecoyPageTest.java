package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether {@code docs/adding-a-decoy.md} quotes what is there. */
class AddingADecoyPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Path TESTS = Reactor.ROOT.resolve("e2e/src/test");

  private final String page = read(Reactor.ROOT.resolve("docs/adding-a-decoy.md"));

  @Test
  void codeIsThatOfTheExample() {
    List<String> sources = sources(TESTS.resolve("java"));
    assertThat(blocks("java"))
        .hasSizeGreaterThan(8)
        .allSatisfy(block -> assertThat(sources).anySatisfy(s -> assertThat(s).contains(block)));
  }

  @Test
  void serviceFileIsThatOfTheExample() {
    String file = read(TESTS.resolve("resources/META-INF/services/io.honeypods.decoy.Decoy"));
    assertThat(blocks("text")).containsExactly(plain(file));
  }

  /** What the page says of {@code decoy-redis} holds for {@code decoy-web}. */
  @Test
  void linesOfThePomsAreLikeThoseOfTheNginxDecoy() {
    var poms =
        Stream.of("pom.xml", "images/all/pom.xml")
            .map(pom -> plain(read(Reactor.ROOT.resolve(pom))))
            .toList();
    assertThat(blocks("xml"))
        .hasSize(3)
        .map(block -> block.replace("decoy-redis", "decoy-web"))
        .allSatisfy(block -> assertThat(poms).anySatisfy(pom -> assertThat(pom).contains(block)));
  }

  @Test
  void everyClassOfTheExampleHasItsPart() {
    assertThat(page).contains("RedisConfig", "RedisFraming", "RedisConversation", "RedisDecoy");
    assertThat(page).contains("four small");
    assertThat(sources(TESTS.resolve("java/io/honeypods/example")).stream())
        .filteredOn(source -> !source.contains("@Test") && !source.contains("@NullMarked"))
        .hasSize(4);
  }

  private List<String> blocks(String language) {
    return BLOCK
        .matcher(page)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> plain(block.group(2)))
        .toList();
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("AddingADecoyPageTest.java"))
          .map(file -> plain(read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without indentation, which differs. */
  private static String plain(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
