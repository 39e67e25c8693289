package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes JSON fields whose texts keep to a budget of characters. */
final class EcsFields {
  private final JsonGenerator json;
  private final int budget;

  EcsFields(JsonGenerator json, int budget) {
    this.json = json;
    this.budget = budget;
  }

  void object(String name, Runnable content) {
    json.writeObjectPropertyStart(name);
    content.run();
    json.writeEndObject();
  }

  void array(String name, Runnable items) {
    json.writeArrayPropertyStart(name);
    items.run();
    json.writeEndArray();
  }

  void item(Runnable content) {
    json.writeStartObject();
    content.run();
    json.writeEndObject();
  }

  void text(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, clip(value));
    }
  }

  void texts(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> json.writeString(clip(value)));
    json.writeEndArray();
  }

  void number(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  void flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  /** A text, beside it its true length and digest where it is not whole. */
  void text(String name, Text text) {
    text(name, text.value());
    if (text.isCut() || text.value().length() > budget) {
      number(name + "_length", text.length());
      text(
          name + "_sha256",
          text.sha256() == null ? Text.of(text.value(), 0).sha256() : text.sha256());
    }
  }

  /** Bytes as base64 with their true length and digest, or their length alone. */
  void payload(Payload payload, boolean open) {
    number("bytes", payload.length());
    if (!open || payload.length() == 0) {
      return;
    }
    int shown = Math.min(payload.kept().length(), budget / 4 * 3);
    text("base64", payload.kept().slice(0, shown).base64());
    flag("truncated", shown < payload.length());
    text("sha256", payload.sha256());
  }

  /** How many of {@code count} small things fit the budget. */
  int fitting(int count) {
    return Math.min(count, Math.max(4, budget / 16));
  }

  boolean isCut(String value) {
    return value.length() > budget;
  }

  private String clip(String value) {
    return value.length() <= budget ? value : value.substring(0, budget);
  }
}
