package io.honeypods.decoy.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The types that are written as one text. */
final class Scalars {
  private static final Map<Class<?>, Function<Setting, Shape.Scalar>> BY_TYPE =
      Map.of(
          int.class, Scalars::ofInt,
          long.class, Scalars::ofLong,
          boolean.class, _ -> ofBoolean(),
          String.class, _ -> new Shape.Scalar("text", text -> text),
          Duration.class, Scalars::ofDuration,
          ByteSize.class, Scalars::ofByteSize,
          Endpoint.class, _ -> new Shape.Scalar(Endpoint.EXPECTED, Endpoint::parse),
          Cidr.class, _ -> new Shape.Scalar(Cidr.EXPECTED, Cidr::parse),
          Path.class, _ -> new Shape.Scalar("a path", Scalars::path));

  private Scalars() {}

  /** The way to write a value of this type within these bounds, or null for no scalar. */
  static Shape.@Nullable Scalar of(Class<?> type, Setting setting) {
    if (type.isEnum()) {
      return ofEnum(type);
    }
    var scalar = BY_TYPE.get(type);
    return scalar == null ? null : scalar.apply(setting);
  }

  private static Shape.Scalar ofInt(Setting setting) {
    Range range = Range.of(setting).within(Integer.MIN_VALUE, Integer.MAX_VALUE);
    String expected = "a whole number" + range.describe(Long::toString);
    return new Shape.Scalar(expected, text -> (int) Numbers.parse(text, range, expected));
  }

  private static Shape.Scalar ofLong(Setting setting) {
    Range range = Range.of(setting);
    String expected = "a whole number" + range.describe(Long::toString);
    return new Shape.Scalar(expected, text -> Numbers.parse(text, range, expected));
  }

  private static Shape.Scalar ofBoolean() {
    String expected = "true or false";
    return new Shape.Scalar(
        expected,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new UnexpectedValueException(text, expected);
            });
  }

  private static Shape.Scalar ofDuration(Setting setting) {
    return ranged(
        Durations.EXPECTED,
        Durations.EXAMPLES,
        Range.of(setting),
        Durations::show,
        Durations::parse,
        Duration::toMillis);
  }

  private static Shape.Scalar ofByteSize(Setting setting) {
    return ranged(
        ByteSize.EXPECTED,
        ByteSize.EXAMPLES,
        Range.of(setting),
        bytes -> new ByteSize(bytes).toString(),
        ByteSize::parse,
        ByteSize::bytes);
  }

  private static <T> Shape.Scalar ranged(
      String noun,
      String examples,
      Range range,
      LongFunction<String> show,
      Function<String, T> parse,
      Function<T, Long> measure) {
    String bounded = noun + range.describe(show);
    return new Shape.Scalar(
        bounded + examples,
        text -> {
          T value = parse.apply(text);
          if (!range.holds(measure.apply(value))) {
            throw new UnexpectedValueException(text, bounded);
          }
          return value;
        });
  }

  private static Shape.Scalar ofEnum(Class<?> type) {
    var byName = new LinkedHashMap<String, Object>();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
      byName.put(Names.ofEnum((Enum<?>) constant), constant);
    }
    String expected = "one of " + String.join(", ", byName.keySet());
    return new Shape.Scalar(
        expected,
        text -> {
          Object constant = byName.get(text);
          if (constant == null) {
            String meant = Spelling.nearest(text, byName.keySet());
            throw new UnexpectedValueException(text, expected, meant);
          }
          return constant;
        });
  }

  private static Path path(String text) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException _) {
      // such as one with a NUL: as unexpected as an empty one
    }
    throw new UnexpectedValueException(text, "a path");
  }
}
