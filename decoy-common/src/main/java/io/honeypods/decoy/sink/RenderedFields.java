package io.honeypods.decoy.sink;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** JSON fields that many events share to the letter, rendered once. */
final class RenderedFields {
  private final SerializableString firstName;

  /** The value of the first field, and behind it the other fields as they stand in an object. */
  private final SerializableString rest;

  /** Renders what {@code content} writes into an object: one field at least. */
  RenderedFields(Consumer<EcsFields> content) {
    var text = new StringWriter();
    try (JsonGenerator json = EcsLine.generator(text)) {
      var fields = new EcsFields(json, Integer.MAX_VALUE);
      fields.item(() -> content.accept(fields));
    }
    String object = text.toString();
    int nameEnd = object.indexOf("\":");
    firstName = new SerializedString(object.substring(2, nameEnd));
    rest = new SerializedString(object.substring(nameEnd + 2, object.length() - 1));
  }

  void write(JsonGenerator json) {
    json.writeName(firstName).writeRawValue(rest);
  }
}
