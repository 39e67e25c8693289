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
    json.writeName(FieldNames.of(name)).writeStartObject();
    content.run();
    json.writeEndObject();
  }

  void array(String name, Runnable items) {
    json.writeName(FieldNames.of(name)).writeStartArray();
    items.run();
    json.writeEndArray();
  }

  void item(Runnable content) {
    json.writeStartObject();
    content.run();
    json.writeEndObject();
  }

  /** A text of our own: short, and never cut. */
  void text(String name, @Nullable String value) {
    if (value != null) {
      json.writeName(FieldNames.of(name)).writeString(value);
    }
  }

  /** Texts of our own. */
  void texts(String name, List<String> values) {
    json.writeName(FieldNames.of(name)).writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** A text that may be a peer's, cut to the budget without a word. */
  void clipped(String name, @Nullable String value) {
    text(name, value == null ? null : clip(value));
  }

  void number(String name, long value) {
    json.writeName(FieldNames.of(name)).writeNumber(value);
  }

  /** Fields that were rendered before, all on the level where this is. */
  void rendered(RenderedFields fields) {
    fields.write(json);
  }

  void flag(String name, boolean value) {
    json.writeName(FieldNames.of(name)).writeBoolean(value);
  }

  /** A text, beside it its true length and digest where it is not whole. */
  void text(String name, Text text) {
    clipped(name, text.value());
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

  String clip(String value) {
    return value.length() <= budget ? value : value.substring(0, budget);
  }
}
