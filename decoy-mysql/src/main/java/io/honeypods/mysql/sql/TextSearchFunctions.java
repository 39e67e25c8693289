package io.honeypods.mysql.sql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Functions that find or count in text. */
final class TextSearchFunctions {
  private TextSearchFunctions() {}

  static void register(Function.Register to) {
    Function.Typing number = Function.fixed(ResultType.integer(10));
    Function.Typing position = Function.fixed(ResultType.integer(11));
    for (String name : List.of("length", "octet_length")) {
      to.strict(name, 1, 1, number, c -> Value.Int.of(c.bytes(0).length));
    }
    to.strict("bit_length", 1, 1, number, c -> Value.Int.of(c.bytes(0).length * 8L));
    for (String name : List.of("char_length", "character_length")) {
      to.strict(
          name, 1, 1, number, c -> Value.Int.of(c.text(0).codePointCount(0, c.text(0).length())));
    }
    to.strict("instr", 2, 2, position, c -> Value.Int.of(find(c, 1, 0, 1)));
    to.strict(
        "locate",
        2,
        3,
        position,
        c -> Value.Int.of(find(c, 0, 1, c.size() > 2 ? c.integer(2) : 1)));
    to.strict(
        "ascii",
        1,
        1,
        Function.fixed(ResultType.integer(3)),
        c -> Value.Int.of(c.bytes(0).length == 0 ? 0 : c.bytes(0)[0] & 0xff));
    to.strict("ord", 1, 1, Function.fixed(ResultType.integer(21)), TextSearchFunctions::ord);
    to.lenient("field", 2, -1, Function.fixed(ResultType.integer(3)), TextSearchFunctions::field);
    to.strict(
        "find_in_set", 2, 2, Function.fixed(ResultType.integer(3)), TextSearchFunctions::inSet);
    to.strict("strcmp", 2, 2, Function.fixed(ResultType.integer(2)), TextSearchFunctions::compare);
    to.lenient(
        "elt",
        2,
        -1,
        a -> Types.common(a.subList(1, a.size())).asNullable(),
        TextSearchFunctions::elt);
    to.lenient("make_set", 2, -1, StringTypes::set, TextSearchFunctions::makeSet);
    to.strict("export_set", 3, 5, StringTypes::bits, TextSearchFunctions::exportSet);
    to.strict(
        "regexp_like",
        2,
        3,
        Function.fixed(ResultType.integer(21)),
        c -> Predicates.truth(pattern(c).matcher(c.text(0)).find()));
    to.strict(
        "regexp_instr",
        2,
        6,
        Function.fixed(ResultType.integer(21)),
        TextSearchFunctions::regexpInstr);
    to.strict(
        "regexp_substr",
        2,
        5,
        a -> ResultType.text(a.getFirst().type().length()).asNullable(),
        TextSearchFunctions::regexpSubstring);
    to.strict(
        "regexp_replace", 3, 6, a -> ResultType.text(1 << 14), TextSearchFunctions::regexpReplace);
  }

  private static Pattern pattern(Call c) {
    boolean sensitive = c.collation(0).isCaseSensitive();
    return Patterns.regexp(c.text(1), !sensitive, c.run());
  }

  private static long find(Call c, int part, int whole, int from) {
    String text = c.text(whole);
    String wanted = c.text(part);
    int count = text.codePointCount(0, text.length());
    if (from < 1 || from > count + 1) {
      return 0;
    }
    int start = text.offsetByCodePoints(0, from - 1);
    boolean binary = c.value(part) instanceof Value.Blob || c.value(whole) instanceof Value.Blob;
    int at =
        binary
            ? Search.indexOf(text, wanted, start)
            : Search.indexOf(Comparison.lower(text), Comparison.lower(wanted), start);
    return at < 0 ? 0 : text.codePointCount(0, at) + 1L;
  }

  private static Value ord(Call c) {
    byte[] bytes = c.bytes(0);
    if (bytes.length == 0) {
      return Value.Int.of(0);
    }
    int count =
        c.value(0) instanceof Value.Blob
            ? 1
            : SubstringFunctions.cut(c.text(0), 0, 1)
                .getBytes(
                    Charsets.of(c.collation(0).isBinary() ? Collation.DEFAULT : c.collation(0)))
                .length;
    long code = 0;
    for (int i = 0; i < count && i < bytes.length; i++) {
      code = code * 256 + (bytes[i] & 0xff);
    }
    return Value.Int.of(code);
  }

  private static Value field(Call c) {
    if (!c.isNull(0)) {
      for (int i = 1; i < c.size(); i++) {
        if (!c.isNull(i)
            && Comparison.compare(c.value(0), c.value(i), Comparison.common(c.type(0), c.type(i)))
                == 0) {
          return Value.Int.of(i);
        }
      }
    }
    return Value.Int.of(0);
  }

  private static Value inSet(Call c) {
    if (c.text(1).isEmpty()) {
      return Value.Int.of(0);
    }
    String[] parts = c.text(1).split(",", -1);
    for (int i = 0; i < parts.length; i++) {
      if (Comparison.fold(parts[i], c.collation(1))
          .equals(Comparison.fold(c.text(0), c.collation(1)))) {
        return Value.Int.of(i + 1);
      }
    }
    return Value.Int.of(0);
  }

  private static Value compare(Call c) {
    Collation collation = Comparison.common(c.type(0), c.type(1));
    int order =
        Comparison.fold(c.text(0), collation).compareTo(Comparison.fold(c.text(1), collation));
    return Value.Int.of(Integer.signum(order));
  }

  private static Value elt(Call c) {
    int index = c.isNull(0) ? 0 : c.integer(0);
    return index < 1 || index >= c.size()
        ? Value.NULL
        : c.isNull(index)
            ? Value.NULL
            : c.value(index) instanceof Value.Blob ? c.value(index) : new Value.Text(c.text(index));
  }

  private static Value makeSet(Call c) {
    if (c.isNull(0)) {
      return Value.NULL;
    }
    long bits = Arithmetic.word(c.value(0));
    var chosen = new ArrayList<String>();
    for (int i = 1; i < c.size() && i <= 64; i++) {
      if ((bits >>> (i - 1) & 1) != 0 && !c.isNull(i)) {
        chosen.add(c.text(i));
      }
    }
    return new Value.Text(String.join(",", chosen));
  }

  private static Value exportSet(Call c) {
    long bits = Arithmetic.word(c.value(0));
    String between = c.size() > 3 ? c.text(3) : ",";
    int count = c.size() > 4 ? Math.max(0, Math.min(64, c.integer(4))) : 64;
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add((bits >>> i & 1) != 0 ? c.text(1) : c.text(2));
    }
    String text = String.join(between, words);
    return c.tooLong(text.length()) ? Value.NULL : new Value.Text(text);
  }

  private static Value regexpInstr(Call c) {
    var matcher = pattern(c).matcher(c.text(0));
    return Value.Int.of(matcher.find() ? matcher.start() + 1L : 0);
  }

  private static Value regexpSubstring(Call c) {
    var matcher = pattern(c).matcher(c.text(0));
    return matcher.find() ? new Value.Text(matcher.group()) : Value.NULL;
  }

  private static Value regexpReplace(Call c) {
    String with = Matcher.quoteReplacement(c.text(2));
    if (c.tooLong((long) (c.text(0).length() + 1) * Math.max(1, with.length()))) {
      return Value.NULL;
    }
    return new Value.Text(pattern(c).matcher(c.text(0)).replaceAll(with));
  }
}
