package io.honeypods.decoy.sink;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/** Top-level JSON fields that many events share to the letter, rendered once. */
final class RenderedFields {
  private final Map<String, SerializableString> fields = new LinkedHashMap<>();

  /** Renders what {@code content} writes into an object. */
  RenderedFields(Consumer<EcsFields> content) {
    var text = new StringWriter();
    try (JsonGenerator json = EcsLine.JSON.createGenerator(text)) {
      var fields = new EcsFields(json, Integer.MAX_VALUE);
      fields.item(() -> content.accept(fields));
    }
    for (Map.Entry<String, JsonNode> field : EcsLine.JSON.readTree(text.toString()).properties()) {
      fields.put(
          field.getKey(), new SerializedString(EcsLine.JSON.writeValueAsString(field.getValue())));
    }
  }

  void each(BiConsumer<String, SerializableString> action) {
    fields.forEach(action);
  }
}
