package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Functions that make text of text. */
final class StringFunctions {
  private StringFunctions() {}

  private static ResultType text(long length) {
    return ResultType.text(length);
  }

  /** The type of a text that is as long as the first argument, or as all together. */
  private static Function.Typing like(int index) {
    return arguments -> {
      ResultType type = arguments.get(index).type();
      return type.isString()
          ? ResultType.text(type.length(), type.collation())
          : ResultType.text(type.length());
    };
  }

  private static ResultType joined(List<Node> arguments) {
    long length = 0;
    Collation collation = Collation.DEFAULT;
    boolean first = true;
    for (Node argument : arguments) {
      ResultType type = argument.type();
      length += type.length();
      if (type.isString()) {
        boolean binary = type.collation().isBinary();
        collation = first || binary ? type.collation() : collation;
        first = false;
      }
    }
    return ResultType.text(Math.min(length, 1_073_741_824L), collation);
  }

  static void register(Function.Register to) {
    to.strict("concat", 1, -1, StringFunctions::joined, StringFunctions::concat);
    to.lenient(
        "concat_ws",
        2,
        -1,
        arguments -> joined(arguments).orNull(arguments.getFirst().type().nullable()),
        StringFunctions::concatWith);
    to.strict("lower", 1, 1, like(0), c -> changed(c, c.text(0).toLowerCase(Locale.ROOT)));
    to.put(
        "lcase",
        new Function(1, 1, true, like(0), c -> changed(c, c.text(0).toLowerCase(Locale.ROOT))));
    to.strict("upper", 1, 1, like(0), c -> changed(c, c.text(0).toUpperCase(Locale.ROOT)));
    to.strict("ucase", 1, 1, like(0), c -> changed(c, c.text(0).toUpperCase(Locale.ROOT)));
    to.strict("left", 2, 2, like(0), c -> c.string(cut(c.text(0), 0, c.integer(1)), 0));
    to.strict("right", 2, 2, like(0), StringFunctions::right);
    for (String name : List.of("substring", "substr", "mid")) {
      to.strict(name, name.equals("mid") ? 3 : 2, 3, like(0), StringFunctions::substring);
    }
    to.strict("trim", 2, 2, like(1), c -> trimmed(c, true, true));
    to.strict("trim_leading", 2, 2, like(1), c -> trimmed(c, true, false));
    to.strict("trim_trailing", 2, 2, like(1), c -> trimmed(c, false, true));
    to.strict("ltrim", 1, 1, like(0), c -> c.string(trim(c.text(0), " ", true, false), 0));
    to.strict("rtrim", 1, 1, like(0), c -> c.string(trim(c.text(0), " ", false, true), 0));
    to.strict("replace", 3, 3, StringFunctions::joined, StringFunctions::replace);
    to.strict("repeat", 2, 2, Function.nullable(ResultType.text(1 << 16)), StringFunctions::repeat);
    to.strict(
        "space",
        1,
        1,
        Function.nullable(ResultType.text(1 << 16)),
        c -> repeated(c, " ", c.integer(0)));
    to.strict(
        "reverse",
        1,
        1,
        like(0),
        c -> c.string(new StringBuilder(c.text(0)).reverse().toString(), 0));
    to.strict("lpad", 3, 3, Function.nullable(text(255)), c -> pad(c, true));
    to.strict("rpad", 3, 3, Function.nullable(text(255)), c -> pad(c, false));
    to.strict("insert", 4, 4, StringFunctions::joined, StringFunctions::insert);
    to.strict("substring_index", 3, 3, like(0), StringFunctions::index);
    to.strict("hex", 1, 1, hexType(), StringFunctions::hex);
    to.strict(
        "unhex",
        1,
        1,
        a -> ResultType.binary((a.getFirst().type().length() + 1) / 2).asNullable(),
        StringFunctions::unhex);
    to.lenient("char", 1, -1, a -> ResultType.binary(4L * a.size()), StringFunctions::character);
    to.lenient(
        "quote",
        1,
        1,
        a -> ResultType.text(2 * a.getFirst().type().length() + 2),
        StringFunctions::quote);
    to.strict(
        "bin",
        1,
        1,
        Function.nullable(text(64)),
        c -> new Value.Text(Long.toBinaryString(Arithmetic.word(c.value(0)))));
    to.strict(
        "oct",
        1,
        1,
        Function.nullable(text(64)),
        c -> new Value.Text(Long.toOctalString(Arithmetic.word(c.value(0)))));
    to.strict("conv", 3, 3, Function.nullable(text(64)), StringFunctions::conv);
    to.strict("soundex", 1, 1, like(0), c -> new Value.Text(soundex(c.text(0))));
    to.strict("format", 2, 3, Function.nullable(text(40)), StringFunctions::format);
    to.strict(
        "weight_string",
        1,
        1,
        a -> ResultType.binary(255),
        c ->
            Coercion.blob(
                Comparison.fold(c.text(0), Collation.DEFAULT).getBytes(StandardCharsets.UTF_16BE)));
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

  private static Function.Typing hexType() {
    return arguments -> {
      ResultType type = arguments.getFirst().type();
      return ResultType.text(
          type.isString() ? type.length() * type.collation().maxBytes() * 2 : 16);
    };
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

  /** So many characters from an offset on, as far as there are. */
  static String cut(String text, int from, int length) {
    int count = text.codePointCount(0, text.length());
    if (length <= 0 || from >= count) {
      return "";
    }
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, Math.min(length, count - from)));
  }

  private static Value right(Call c) {
    String text = c.text(0);
    int count = text.codePointCount(0, text.length());
    int length = Math.min(count, Math.max(0, c.integer(1)));
    return c.string(cut(text, count - length, length), 0);
  }

  private static Value substring(Call c) {
    String text = c.text(0);
    int count = text.codePointCount(0, text.length());
    int from = c.integer(1);
    int length = c.size() > 2 ? c.integer(2) : Integer.MAX_VALUE;
    int start = from < 0 ? count + from : from - 1;
    return c.string(start < 0 ? "" : cut(text, start, length), 0);
  }

  private static Value trimmed(Call c, boolean leading, boolean trailing) {
    return c.string(trim(c.text(1), c.text(0), leading, trailing), 1);
  }

  private static String trim(String text, String what, boolean leading, boolean trailing) {
    int start = 0;
    int end = text.length();
    if (what.isEmpty()) {
      return text;
    }
    while (leading && end - start >= what.length() && text.startsWith(what, start)) {
      start += what.length();
    }
    while (trailing && end - start >= what.length() && text.startsWith(what, end - what.length())) {
      end -= what.length();
    }
    return text.substring(start, end);
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
      return c.string(cut(text, 0, length), 0);
    }
    String with = c.text(2);
    if (with.isEmpty()) {
      return new Value.Text("");
    }
    String padding =
        cut(
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
        cut(text, 0, at - 1) + c.text(3) + cut(text, at - 1 + gone, Integer.MAX_VALUE), 0);
  }

  private static Value index(Call c) {
    String text = c.text(0);
    String between = c.text(1);
    int times = c.integer(2);
    if (between.isEmpty() || times == 0) {
      return new Value.Text("");
    }
    int at = times > 0 ? -between.length() : text.length();
    for (int i = 0; i < Math.abs((long) times); i++) {
      at =
          times > 0
              ? text.indexOf(between, at + between.length())
              : at <= 0 ? -1 : text.lastIndexOf(between, at - 1);
      if (at < 0) {
        return c.value(0);
      }
    }
    return c.string(times > 0 ? text.substring(0, at) : text.substring(at + between.length()), 0);
  }

  private static Value hex(Call c) {
    Value value = c.value(0);
    if (value instanceof Value.Int
        || value instanceof Value.Decimal
        || value instanceof Value.Real) {
      return new Value.Text(Long.toHexString(Arithmetic.word(value)).toUpperCase(Locale.ROOT));
    }
    byte[] bytes = c.bytes(0);
    return c.tooLong(bytes.length * 2L)
        ? Value.NULL
        : new Value.Text(HexFormat.of().withUpperCase().formatHex(bytes));
  }

  private static Value unhex(Call c) {
    String text = c.text(0);
    String even = text.length() % 2 == 1 ? "0" + text : text;
    try {
      return Coercion.blob(HexFormat.of().parseHex(even));
    } catch (IllegalArgumentException e) {
      return Value.NULL;
    }
  }

  private static Value character(Call c) {
    var bytes = new java.io.ByteArrayOutputStream();
    for (int i = 0; i < c.size(); i++) {
      if (c.isNull(i)) {
        continue;
      }
      int code = (int) Arithmetic.word(c.value(i));
      boolean started = false;
      for (int shift = 24; shift >= 0; shift -= 8) {
        int part = (code >>> shift) & 0xff;
        started |= part != 0 || shift == 0;
        if (started) {
          bytes.write(part);
        }
      }
    }
    return Coercion.blob(bytes.toByteArray());
  }

  private static Value quote(Call c) {
    if (c.isNull(0)) {
      return new Value.Text("NULL");
    }
    String text =
        c.text(0)
            .replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\0", "\\0")
            .replace("\u001a", "\\Z");
    return new Value.Text("'" + text + "'");
  }

  private static Value conv(Call c) {
    int from = c.integer(1);
    int to = c.integer(2);
    boolean fine =
        Math.abs(from) >= 2 && Math.abs(from) <= 36 && Math.abs(to) >= 2 && Math.abs(to) <= 36;
    if (!fine) {
      return Value.NULL;
    }
    String text = c.text(0).strip().toLowerCase(Locale.ROOT);
    boolean negative = text.startsWith("-");
    int end = negative ? 1 : 0;
    while (end < text.length()
        && end < 70
        && Character.digit(text.charAt(end), Math.abs(from)) >= 0) {
      end++;
    }
    String digits = text.substring(negative ? 1 : 0, end);
    var number = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, Math.abs(from));
    if (number.bitLength() > 64) {
      number = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    }
    long word = (negative ? number.negate() : number).longValue();
    String result = to < 0 ? Long.toString(word, -to) : Long.toUnsignedString(word, to);
    return new Value.Text(result.toUpperCase(Locale.ROOT));
  }

  private static String soundex(String text) {
    String codes = "01230120022455012623010202";
    var result = new StringBuilder();
    char last = 0;
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c < 'A' || c > 'Z') {
        continue;
      }
      char code = codes.charAt(c - 'A');
      if (result.isEmpty()) {
        result.append(c);
        last = code;
      } else if (code != '0' && code != last) {
        result.append(code);
        last = code;
      } else if (code != last && code == '0' && c != 'H' && c != 'W') {
        last = code;
      }
    }
    while (!result.isEmpty() && result.length() < 4) {
      result.append('0');
    }
    return result.toString();
  }

  private static Value format(Call c) {
    int digits = Math.max(0, Math.min(30, c.integer(1)));
    var number = c.decimal(0).setScale(digits, java.math.RoundingMode.HALF_UP);
    String plain = number.abs().toPlainString();
    int dot = plain.indexOf('.');
    String whole = dot < 0 ? plain : plain.substring(0, dot);
    var grouped = new StringBuilder(whole);
    for (int i = whole.length() - 3; i > 0; i -= 3) {
      grouped.insert(i, ',');
    }
    return new Value.Text(
        (number.signum() < 0 ? "-" : "") + grouped + (dot < 0 ? "" : plain.substring(dot)));
  }
}
