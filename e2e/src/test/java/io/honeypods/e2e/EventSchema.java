package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/events.schema.json}, which every event has to follow. */
final class EventSchema {
  private static final Path FILE = Reactor.ROOT.resolve("docs/events.schema.json");

  private EventSchema() {}

  static void assertValid(List<SeenEvent> events) {
    if (!Files.exists(FILE)) {
      if (Tools.isCi()) {
        fail("%s is missing", FILE);
      }
      System.err.println("NO " + FILE + ": EVENTS ARE NOT VALIDATED");
      return;
    }
    Schema schema = load();
    for (SeenEvent event : events) {
      assertThat(schema.validate(event.json())).as("%s", event.json()).isEmpty();
    }
  }

  private static Schema load() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
