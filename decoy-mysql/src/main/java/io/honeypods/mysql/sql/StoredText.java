package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a value becomes in a column of text or bytes. */
final class StoredText {
  private final Strictness strictness;

  StoredText(Strictness strictness) {
    this.strictness = strictness;
  }

  Value text(Value value, TableColumn column, long row) {
    String text =
        value instanceof Value.Blob(var bytes)
            ? new String(bytes.toByteArray(), Charsets.of(column.type().collation()))
            : Coercion.text(value);
    if (column.type().name() == TypeName.ENUM) {
      return element(value, text, column, row);
    }
    if (column.type().name() == TypeName.SET) {
      return set(text, column, row);
    }
    ResultType type = Fields.type(column);
    long length = text.codePointCount(0, text.length());
    boolean bytes = column.type().name().isBlob();
    long size = bytes ? text.getBytes(Charsets.of(column.type().collation())).length : length;
    if (size > type.length()) {
      String cut =
          text.substring(0, text.offsetByCodePoints(0, (int) Math.min(length, type.length())));
      if (!text.substring(cut.length()).isBlank()) {
        strictness.tooLong(column, row);
      }
      text = cut;
    }
    return new Value.Text(column.type().name() == TypeName.CHAR ? text.stripTrailing() : text);
  }

  private Value element(Value value, String text, TableColumn column, long row) {
    List<String> elements = column.type().elements();
    for (String element : elements) {
      if (element.equalsIgnoreCase(text)) {
        return new Value.Text(element);
      }
    }
    int index = NumberText.isNumber(text) ? Coercion.small(value) : 0;
    if (index >= 1 && index <= elements.size()) {
      return new Value.Text(elements.get(index - 1));
    }
    return strictness.problem(
        1265,
        "01000",
        "Data truncated for column '" + column.name() + "' at row " + row,
        new Value.Text(""));
  }

  private Value set(String text, TableColumn column, long row) {
    List<String> given = text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    var kept = new ArrayList<String>();
    for (String element : column.type().elements()) {
      if (given.stream().anyMatch(element::equalsIgnoreCase)) {
        kept.add(element);
      }
    }
    if (kept.size() < given.size()
        && given.stream().anyMatch(word -> kept.stream().noneMatch(word::equalsIgnoreCase))) {
      strictness.problem(
          1265, "01000", "Data truncated for column '" + column.name() + "' at row " + row, "");
    }
    return new Value.Text(String.join(",", kept));
  }

  Value binary(Value value, TableColumn column, long row) {
    byte[] bytes = Coercion.bytes(value, Collation.DEFAULT);
    long most = Fields.type(column).length();
    if (bytes.length > most) {
      strictness.tooLong(column, row);
      bytes = Arrays.copyOf(bytes, (int) most);
    }
    return Coercion.blob(
        column.type().name() == TypeName.BINARY ? Arrays.copyOf(bytes, (int) most) : bytes);
  }
}
