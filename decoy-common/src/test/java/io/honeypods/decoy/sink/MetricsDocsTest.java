package io.honeypods.decoy.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.AlertName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricsDocsTest {
  private static final Path PAGE = Path.of("../docs/metrics.md");

  @Test
  void thePageNamesExactlyTheFamiliesOfAScrape() throws IOException {
    assertThat(documented()).isEqualTo(scraped());
  }

  @Test
  void namesKeepToTheConventions() {
    scraped()
        .forEach(
            (name, type) -> {
              assertThat(name).matches("decoy(_[a-z]+)+");
              assertThat(name.endsWith("_total")).as(name).isEqualTo(type.equals("counter"));
            });
  }

  /** Rows of the table: {@code | `name` | type | …}. */
  private static Map<String, String> documented() throws IOException {
    var families = new TreeMap<String, String>();
    Files.readString(PAGE)
        .lines()
        .filter(line -> line.startsWith("| `decoy_"))
        .map(line -> line.split("\\|", -1))
        .forEach(cell -> families.put(cell[1].strip().replace("`", ""), cell[2].strip()));
    return families;
  }

  /** Lines of the text format: {@code # TYPE name type}. */
  private static Map<String, String> scraped() {
    var sink = new MetricsSink(Map.of("web", List.of(AlertName.FAKE_SVC)), 1, () -> Samples.TIME);
    sink.observeProcess("0.1.0");
    sink.observeQueue(() -> 0, () -> 0);
    sink.accept(Samples.observation(Samples.request()));
    var families = new TreeMap<String, String>();
    sink.scrape(null)
        .lines()
        .filter(line -> line.startsWith("# TYPE decoy_"))
        .map(line -> line.split(" ", -1))
        .forEach(word -> families.put(word[2], word[3]));
    return families;
  }
}
