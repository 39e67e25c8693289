package io.honeypods.ssh.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a name of {@code awk} stands for: a value, or an array. */
final class AwkCell {
  private AwkValue value = AwkValue.NONE;
  private @Nullable Map<String, AwkValue> array;

  AwkValue value() {
    return value;
  }

  void value(AwkValue given) {
    value = given;
  }

  /** The array, which the name stands for from now on. */
  Map<String, AwkValue> array() {
    Map<String, AwkValue> own = array;
    if (own == null) {
      own = new LinkedHashMap<>();
      array = own;
    }
    return own;
  }

  boolean isArray() {
    return array != null && !array.isEmpty();
  }

  /** What a function is given of it: the same array, or the value alone. */
  AwkCell passed() {
    var cell = new AwkCell();
    cell.value = value;
    if (value.kind() == AwkValue.Kind.NONE) {
      cell.array = array();
    }
    return cell;
  }
}
