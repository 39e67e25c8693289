package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.Decoys;
import io.honeypods.decoy.config.ConfigDocs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md against the records; -Ddocs.write=true writes it. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void thePageIsWhatTheRecordsSay() throws IOException {
    var sections = new LinkedHashMap<>(Decoys.sections());
    sections.remove("redis"); // the example decoy of these tests
    String rendered = ConfigDocs.render(sections);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, rendered);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(rendered);
  }
}
