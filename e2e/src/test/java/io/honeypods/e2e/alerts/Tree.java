package io.honeypods.e2e.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of the tree that is tested. */
final class Tree {
  static final Path ROOT =
      Path.of(System.getProperty("reactor.root", "..")).toAbsolutePath().normalize();
  static final Path ALERTS = ROOT.resolve("k8s/alerts");
  static final Path RULES = ALERTS.resolve("rules.yaml");
  static final Path COMPONENTS = ROOT.resolve("k8s/components");
  static final Path LIB = ROOT.resolve("images/all/target/lib");

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON = new JsonMapper();

  private Tree() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(Path file) {
    return YAML.readTree(text(file));
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** The files of a folder whose names end so, in order. */
  static List<Path> files(Path folder, String ending) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
