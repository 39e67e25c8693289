package io.honeypods.web;

import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes records as JSON, their components as fields in snake case. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static String of(Record value) {
    var text = new StringWriter();
    try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(out, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Instant time -> out.writeString(time.toString());
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Record row -> writeFields(out, row);
      default -> throw new IllegalArgumentException(value.getClass() + " (expected a record)");
    }
  }

  private static void writeFields(JsonGenerator out, Record row) {
    out.writeStartObject();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      out.writeName(snakeCase(component.getName()));
      write(out, value(component, row));
    }
    out.writeEndObject();
  }

  private static @Nullable Object value(RecordComponent component, Record row) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an accessor of our own record failed", e);
    }
  }

  private static String snakeCase(String name) {
    var snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
