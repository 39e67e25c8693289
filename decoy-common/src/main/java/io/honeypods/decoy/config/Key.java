package io.honeypods.decoy.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of the configuration.
 *
 * @param name as it is written in the file
 * @param shape how its value is written
 * @param meaning in one sentence, or empty
 * @param fallback its value where none is given, {@link Setting#NONE} or {@link Setting#REQUIRED}
 * @param component where its value goes, or null for a section
 */
record Key(
    String name,
    Shape shape,
    String meaning,
    String fallback,
    @Nullable RecordComponent component) {

  /** The keys of a record, in order. */
  static List<Key> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(Key::of).toList();
  }

  private static Key of(RecordComponent component) {
    var setting = component.getAnnotation(Setting.class);
    String where = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    if (setting == null) {
      throw new IllegalArgumentException(where + " has no @Setting");
    }
    try {
      return new Key(
          Names.ofComponent(component.getName()),
          Shape.of(component.getGenericType(), setting),
          setting.value(),
          setting.fallback(),
          component);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }

  /** Whether it has no value unless one is given. */
  boolean isOptional() {
    return fallback.equals(Setting.NONE);
  }

  boolean isRequired() {
    return fallback.equals(Setting.REQUIRED) && !(shape instanceof Shape.Group);
  }

  /** Whether it may be set to null. */
  boolean isNullable() {
    return component != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  boolean isSecret() {
    return Names.isSecret(name);
  }

  /** Throws where the record and its settings contradict each other. */
  void check() {
    if (isOptional()) {
      if (!isNullable()) {
        throw new IllegalArgumentException(name + " has no fallback (expected it @Nullable)");
      }
    } else if (!fallback.equals(Setting.REQUIRED)) {
      shape.ofFallback(fallback);
    }
  }
}
