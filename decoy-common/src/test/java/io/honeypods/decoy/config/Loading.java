package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads configurations that have a section {@code shop}. */
final class Loading {
  static final ConfigLoader LOADER = new ConfigLoader(Map.of("shop", ShopConfig.class));

  private Loading() {}

  static Config file(String yaml) {
    return both(yaml, Map.of());
  }

  static Config both(String yaml, Map<String, String> environment) {
    return withFile(yaml, file -> LOADER.load(file, environment));
  }

  static Config environment(Map<String, String> environment) {
    try {
      return LOADER.load(null, environment);
    } catch (ConfigException e) {
      throw new AssertionError(e);
    }
  }

  static ShopConfig shop(String yaml) {
    return file(yaml).section("shop", ShopConfig.class);
  }

  /** The problems of a file as lines. */
  static List<String> problems(String yaml) {
    return problems(yaml, Map.of());
  }

  static List<String> problems(String yaml, Map<String, String> environment) {
    return withFile(yaml, file -> problems(file, environment));
  }

  static List<String> problems(Path file, Map<String, String> environment) {
    var thrown = catchThrowableOfType(ConfigException.class, () -> LOADER.load(file, environment));
    return thrown == null ? List.of() : thrown.problems().stream().map(Problem::text).toList();
  }

  static List<String> problems(Map<String, String> environment) {
    var thrown = catchThrowableOfType(ConfigException.class, () -> LOADER.load(null, environment));
    return thrown == null ? List.of() : thrown.problems().stream().map(Problem::text).toList();
  }

  private static <T> T withFile(String yaml, Use<T> use) {
    try {
      Path file = Files.createTempFile("decoy", ".yaml");
      try {
        Files.writeString(file, yaml);
        return use.of(file);
      } catch (ConfigException e) {
        throw new AssertionError(e);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Use<T> {
    T of(Path file) throws IOException, ConfigException;
  }
}
