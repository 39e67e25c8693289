package io.honeypods.e2e.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the manifests are. */
final class Tree {
  static final Path ROOT =
      Path.of(System.getProperty("reactor.root", "..")).toAbsolutePath().normalize();
  static final Path K8S = ROOT.resolve("k8s");
  static final Path INSTALL = K8S.resolve("install");

  private Tree() {}

  /** The folders in one of {@code k8s/} that hold a kustomization, by name. */
  static List<Path> kustomizations(String folder) {
    return children(K8S.resolve(folder)).stream()
        .filter(path -> Files.exists(path.resolve("kustomization.yaml")))
        .toList();
  }

  static List<Path> children(Path folder) {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
