package io.honeypods.mysql.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Functions that make text of text. */
final class StringFunctions {
  private StringFunctions() {}

  static void register(Function.Register to) {
    SubstringFunctions.register(to);
    CodeFunctions.register(to);
    to.strict("concat", 1, -1, StringTypes::joined, StringFunctions::concat);
    to.lenient("concat_ws", 2, -1, StringTypes::separated, StringFunctions::concatWith);
    to.strict(
        "lower", 1, 1, StringTypes.like(0), c -> changed(c, c.text(0).toLowerCase(Locale.ROOT)));
    to.put(
        "lcase",
        new Function(
            1, 1, true, StringTypes.like(0), c -> changed(c, c.text(0).toLowerCase(Locale.ROOT))));
    to.strict(
        "upper", 1, 1, StringTypes.like(0), c -> changed(c, c.text(0).toUpperCase(Locale.ROOT)));
    to.strict(
        "ucase", 1, 1, StringTypes.like(0), c -> changed(c, c.text(0).toUpperCase(Locale.ROOT)));
    to.strict("replace", 3, 3, StringTypes::replaced, StringFunctions::replace);
    to.strict("repeat", 2, 2, StringTypes::repeated, StringFunctions::repeat);
    to.strict("space", 1, 1, StringTypes::counted, c -> repeated(c, " ", c.integer(0)));
    to.strict(
        "reverse",
        1,
        1,
        StringTypes.like(0),
        c -> c.string(new StringBuilder(c.text(0)).reverse().toString(), 0));
    to.strict("lpad", 3, 3, StringTypes::padded, c -> pad(c, true));
    to.strict("rpad", 3, 3, StringTypes::padded, c -> pad(c, false));
    to.strict("insert", 4, 4, StringTypes::inserted, StringFunctions::insert);
    to.strict(
        "load_file",
        1,
        1,
        a -> ResultType.of(ColumnType.LONG_BLOB, 16_777_216, ResultType.VARIES).asNullable(),
        c -> Value.NULL);
    to.strict("any_value", 1, 1, a -> a.getFirst().type(), c -> c.value(0));
  }

  private static Value changed(Call c, String text) {
    return c.value(0) instanceof Value.Blob ? c.value(0) : new Value.Text(text);
  }

  private static Value concat(Call c) {
    boolean binary = false;
    var text = new StringBuilder();
    for (int i = 0; i < c.size(); i++) {
      binary |= c.value(i) instanceof Value.Blob;
      if (c.tooLong((long) text.length() + Values.footprint(c.value(i)) / 2)) {
        return Value.NULL;
      }
    }
    for (int i = 0; i < c.size(); i++) {
      text.append(
          binary
              ? new String(
                  Coercion.bytes(c.value(i), Collation.DEFAULT), StandardCharsets.ISO_8859_1)
              : c.text(i));
      if (c.tooLong(text.length())) {
        return Value.NULL;
      }
    }
    return binary
        ? Coercion.blob(text.toString().getBytes(StandardCharsets.ISO_8859_1))
        : new Value.Text(text.toString());
  }

  private static Value concatWith(Call c) {
    if (c.isNull(0)) {
      return Value.NULL;
    }
    var text = new StringBuilder();
    boolean first = true;
    for (int i = 1; i < c.size(); i++) {
      if (!c.isNull(i)) {
        text.append(first ? "" : c.text(0)).append(c.text(i));
        first = false;
      }
      if (c.tooLong(text.length())) {
        return Value.NULL;
      }
    }
    return new Value.Text(text.toString());
  }

  private static Value replace(Call c) {
    String text = c.text(0);
    String from = c.text(1);
    if (from.isEmpty()) {
      return c.value(0) instanceof Value.Blob ? c.value(0) : new Value.Text(text);
    }
    long growth = (long) (text.length() / from.length()) * c.text(2).length();
    if (c.tooLong(growth)) {
      return Value.NULL;
    }
    return c.string(text.replace(from, c.text(2)), 0);
  }

  private static Value repeat(Call c) {
    return repeated(c, c.text(0), c.integer(1));
  }

  private static Value repeated(Call c, String text, int times) {
    if (times <= 0 || text.isEmpty()) {
      return new Value.Text("");
    }
    if (c.tooLong((long) text.length() * times)) {
      return Value.NULL;
    }
    return c.value(0) instanceof Value.Blob
        ? c.string(text.repeat(times), 0)
        : new Value.Text(text.repeat(times));
  }

  private static Value pad(Call c, boolean left) {
    String text = c.text(0);
    int length = c.integer(1);
    int count = text.codePointCount(0, text.length());
    if (length < 0 || c.tooLong(length)) {
      return Value.NULL;
    }
    if (length <= count) {
      return c.string(SubstringFunctions.cut(text, 0, length), 0);
    }
    String with = c.text(2);
    if (with.isEmpty()) {
      return Value.NULL;
    }
    String padding =
        SubstringFunctions.cut(
            with.repeat((length - count) / with.codePointCount(0, with.length()) + 1),
            0,
            length - count);
    return c.string(left ? padding + text : text + padding, 0);
  }

  private static Value insert(Call c) {
    String text = c.text(0);
    int at = c.integer(1);
    int count = text.codePointCount(0, text.length());
    if (at < 1 || at > count) {
      return c.value(0);
    }
    int length = c.integer(2);
    int gone = length < 0 || length > count - at + 1 ? count - at + 1 : length;
    return c.string(
        SubstringFunctions.cut(text, 0, at - 1)
            + c.text(3)
            + SubstringFunctions.cut(text, at - 1 + gone, Integer.MAX_VALUE),
        0);
  }
}
