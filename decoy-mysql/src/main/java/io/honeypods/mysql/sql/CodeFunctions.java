package io.honeypods.mysql.sql;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Functions that write text and numbers in other digits or letters. */
final class CodeFunctions {
  private CodeFunctions() {}

  static void register(Function.Register to) {
    to.strict("hex", 1, 1, StringTypes::hex, CodeFunctions::hex);
    to.strict(
        "unhex",
        1,
        1,
        a -> ResultType.binary((a.getFirst().type().bytes() + 1) / 2).asNullable(),
        CodeFunctions::unhex);
    to.lenient("char", 1, -1, a -> ResultType.binary(4L * a.size()), CodeFunctions::character);
    to.lenient("quote", 1, 1, StringTypes::quoted, CodeFunctions::quote);
    to.strict(
        "bin",
        1,
        1,
        Function.nullable(ResultType.text(64)),
        c -> new Value.Text(Long.toBinaryString(Arithmetic.word(c.value(0)))));
    to.strict(
        "oct",
        1,
        1,
        Function.nullable(ResultType.text(64)),
        c -> new Value.Text(Long.toOctalString(Arithmetic.word(c.value(0)))));
    to.strict("conv", 3, 3, Function.nullable(ResultType.text(64)), CodeFunctions::conv);
    to.strict("soundex", 1, 1, StringTypes::soundex, c -> new Value.Text(soundex(c.text(0))));
    to.lenient("format", 2, 3, StringTypes::grouped, NumberFormats::format);
    to.strict(
        "weight_string",
        1,
        1,
        a -> ResultType.binary(a.getFirst().type().bytes()),
        c ->
            Coercion.blob(
                Comparison.fold(c.text(0), c.collation(0)).getBytes(StandardCharsets.UTF_16BE)));
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
    var bytes = new ByteArrayOutputStream();
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
}
