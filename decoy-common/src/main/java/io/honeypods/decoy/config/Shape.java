package io.honeypods.decoy.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the value of a key is written, and which Java type that becomes. */
sealed interface Shape {
  /** What to write, as a noun phrase: {@code a whole number from 1 to 9}. */
  String expected();

  /** The value that the fallback of a key writes. */
  Object ofFallback(String fallback);

  /** One text. */
  record Scalar(String expected, Parser parser) implements Shape {
    @Override
    public Object ofFallback(String fallback) {
      return parser.parse(fallback);
    }
  }

  /** Names and texts of the user's own choice. */
  record Labels() implements Shape {
    @Override
    public String expected() {
      return "a mapping of names to texts";
    }

    @Override
    public Object ofFallback(String fallback) {
      if (!fallback.equals("{}")) {
        throw new UnexpectedValueException(fallback, "{}");
      }
      return Map.of();
    }
  }

  /** Any number of values of one shape. */
  record Many(Shape element) implements Shape {
    @Override
    public String expected() {
      return "a list, each item " + element.expected();
    }

    @Override
    public Object ofFallback(String fallback) {
      if (!fallback.startsWith("[") || !fallback.endsWith("]")) {
        throw new UnexpectedValueException(fallback, "[a, b]");
      }
      String items = fallback.substring(1, fallback.length() - 1).strip();
      return items.isEmpty()
          ? List.of()
          : Arrays.stream(items.split(",", -1))
              .map(item -> element.ofFallback(item.strip()))
              .toList();
    }
  }

  /** The keys of a record. */
  record Group(Class<? extends Record> type, List<Key> keys) implements Shape {
    @Override
    public String expected() {
      return "a mapping";
    }

    @Override
    public Object ofFallback(String fallback) {
      throw new UnexpectedValueException(fallback, "no fallback but those of its keys");
    }
  }

  /** Makes a value of a text, or throws {@link UnexpectedValueException}. */
  @FunctionalInterface
  interface Parser {
    Object parse(String text);
  }

  /** The shape of a component's type. */
  static Shape of(Type type, Setting setting) {
    if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
      return new Many(of(of.getActualTypeArguments()[0], setting));
    }
    if (type instanceof ParameterizedType of && of.getRawType() == Map.class) {
      return labels(of);
    }
    if (type instanceof Class<?> simple) {
      Scalar scalar = Scalars.of(simple, setting);
      if (scalar != null) {
        return scalar;
      }
      if (simple.isRecord()) {
        return group(simple.asSubclass(Record.class));
      }
    }
    throw new IllegalArgumentException(
        "type "
            + type.getTypeName()
            + " (expected a record, "
            + "a List, a Map<String, String> or one of the scalars)");
  }

  /** The shape of a record. */
  static Group group(Class<? extends Record> type) {
    return new Group(type, Key.of(type));
  }

  private static Labels labels(ParameterizedType type) {
    for (Type argument : type.getActualTypeArguments()) {
      if (argument != String.class) {
        throw new IllegalArgumentException(
            "type " + type.getTypeName() + " (expected Map<String, String>)");
      }
    }
    return new Labels();
  }
}
