package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the text that a function makes can become. */
final class StringTypes {
  private StringTypes() {}

  /** The value of an argument that is the same for each row, or null. */
  static @Nullable Value fixed(Node node) {
    if (!node.fixed()) {
      return null;
    }
    try {
      return node.eval(new Frame(null));
    } catch (SqlException e) {
      return null;
    }
  }

  /** The number that an argument is for each row; null if that is not known. */
  static @Nullable Integer number(List<Node> arguments, int index) {
    Value value = index < arguments.size() ? fixed(arguments.get(index)) : null;
    return value == null || value instanceof Value.Null ? null : Coercion.small(value);
  }

  /** The character set and collation of text made of an argument. */
  static Collation collation(ResultType type) {
    return type.isString() || type.isJson() || type.wire() == ColumnType.NULL
        ? type.collation()
        : Collation.DEFAULT;
  }

  /** The characters of a value of a type as text. */
  static long chars(ResultType type) {
    return type.isReal() && type.decimals() == ResultType.VARIES ? 22 : type.length();
  }

  static ResultType text(ResultType like, long length) {
    Collation collation = collation(like);
    return length * collation.maxBytes() >= ResultType.UNBOUND
        ? ResultType.unboundText(collation)
        : ResultType.text(length, collation);
  }

  /** As long as an argument. */
  static Function.Typing like(int index) {
    return arguments -> {
      ResultType type = arguments.get(index).type();
      return text(type, chars(type));
    };
  }

  /** As long as the arguments together. */
  static ResultType joined(List<Node> arguments) {
    return joined(arguments, 0);
  }

  private static ResultType joined(List<Node> arguments, long more) {
    long length = more;
    for (Node argument : arguments) {
      length += chars(argument.type());
    }
    Collation collation = collation(arguments);
    return length * collation.maxBytes() >= ResultType.UNBOUND
        ? ResultType.unboundText(collation)
        : ResultType.text(length, collation);
  }

  /** The collation that several arguments have in common: that of bytes if any is. */
  static Collation collation(List<Node> arguments) {
    Collation collation = null;
    for (Node argument : arguments) {
      ResultType type = argument.type();
      if (type.isString() && (collation == null || type.collation().isBinary())) {
        collation = type.collation();
      }
    }
    return collation == null ? Collation.DEFAULT : collation;
  }

  /** CONCAT_WS: a separator between each two. */
  static ResultType separated(List<Node> arguments) {
    long separators = arguments.getFirst().type().length() * Math.max(0, arguments.size() - 2);
    List<Node> rest = arguments.subList(1, arguments.size());
    ResultType type = joined(rest, separators);
    return type.collated(collation(arguments)).orNull(arguments.getFirst().type().nullable());
  }

  /** LEFT and RIGHT. */
  static ResultType side(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    Integer length = number(arguments, 1);
    return text(
        type, length == null ? type.length() : Math.min(type.length(), Math.max(0, length)));
  }

  static ResultType substring(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    long length = type.length();
    Integer from = number(arguments, 1);
    if (from != null) {
      length =
          from < 0
              ? (from < -length ? 0 : -from)
              : Math.max(0, length - Math.min(length, Math.max(0, from - 1)));
    }
    Integer count = number(arguments, 2);
    return text(type, count == null ? length : Math.min(length, Math.max(0, count)));
  }

  static ResultType replaced(List<Node> arguments) {
    long length = arguments.get(0).type().length();
    long from = arguments.get(1).type().length();
    long more = arguments.get(2).type().length() - from;
    long whole = more > 0 && from > 0 ? length + length / from * more : length;
    Collation collation = collation(arguments);
    return text(ResultType.text(0, collation), whole);
  }

  static ResultType inserted(List<Node> arguments) {
    return joined(List.of(arguments.get(0), arguments.get(3)));
  }

  static ResultType repeated(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    Integer times = number(arguments, 1);
    return times == null || times < 0
        ? ResultType.unboundText(collation(type))
        : text(type, type.length() * times);
  }

  /** SPACE. */
  static ResultType counted(List<Node> arguments) {
    Integer length = number(arguments, 0);
    return length == null || length < 0
        ? ResultType.unboundText(Collation.DEFAULT)
        : text(ResultType.text(0), length);
  }

  /** LPAD and RPAD. */
  static ResultType padded(List<Node> arguments) {
    Collation collation = collation(List.of(arguments.get(0), arguments.get(2)));
    Integer length = number(arguments, 1);
    return length == null || length < 0
        ? ResultType.unboundText(collation)
        : text(ResultType.text(0, collation), length);
  }

  static ResultType hex(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    long bytes = type.isString() ? type.bytes() : type.length();
    return ResultType.text(bytes * 2);
  }

  static ResultType quoted(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    return type.wire() == ColumnType.NULL
        ? ResultType.binary(2).asNullable()
        : text(type, type.length() + 2);
  }

  /** FORMAT: room for separators, a sign and as many decimals as there can be. */
  static ResultType grouped(List<Node> arguments) {
    long length = chars(arguments.getFirst().type());
    return ResultType.text(length + length / 3 + 2 + ResultType.VARIES).asNullable();
  }

  static ResultType soundex(List<Node> arguments) {
    ResultType type = arguments.getFirst().type();
    return text(type, Math.max(4, type.length()));
  }

  /** MAKE_SET. */
  static ResultType set(List<Node> arguments) {
    List<Node> words = arguments.subList(1, arguments.size());
    boolean nullable = arguments.getFirst().type().nullable();
    return joined(words, words.size() - 1L).orNull(nullable);
  }

  /** EXPORT_SET. */
  static ResultType bits(List<Node> arguments) {
    long word = Math.max(arguments.get(1).type().length(), arguments.get(2).type().length());
    long between = arguments.size() > 3 ? arguments.get(3).type().length() : 1;
    Collation collation = collation(arguments.subList(1, arguments.size()));
    return ResultType.text(64 * word + 63 * between, collation);
  }
}
