package io.honeypods.decoy.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one key of the configuration means.
 *
 * <p>The key is the component's name in kebab case. A component marked {@code @Nullable} may be set
 * to {@code null}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
  /** The fallback of a key that has no value unless one is given: its component is nullable. */
  String NONE = "\0none";

  /** The fallback of a key that must be given; a nested record has its own keys' fallbacks. */
  String REQUIRED = "\0required";

  /** The meaning in one sentence, for {@code docs/configuration.md}. */
  String value();

  /** The value where none is given, as in the file; lists {@code [a, b]}, mappings {@code {}}. */
  String fallback() default REQUIRED;

  /** The least value: a number, a size in bytes or a duration in milliseconds. */
  long min() default Long.MIN_VALUE;

  /** The greatest value: a number, a size in bytes or a duration in milliseconds. */
  long max() default Long.MAX_VALUE;
}
