package io.honeypods.decoy.sink;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/events.schema.json}, as a check of lines. */
final class EventSchema {
  private static final Schema SCHEMA = load();

  private EventSchema() {}

  /** What is wrong with a line; empty where nothing is. */
  static List<String> problems(String line) {
    return SCHEMA.validate(line, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  private static Schema load() {
    try {
      String text = Files.readString(Path.of("../docs/events.schema.json"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
