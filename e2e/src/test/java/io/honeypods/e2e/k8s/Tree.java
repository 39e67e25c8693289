package io.honeypods.e2e.k8s;

import io.honeypods.e2e.Reactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the manifests are. */
final class Tree {
  static final Path K8S = Reactor.ROOT.resolve("k8s");
  static final Path INSTALL = K8S.resolve("install");

  private Tree() {}

  /** The folders in one of {@code k8s/} that hold a kustomization, by name. */
  static List<Path> kustomizations(String folder) {
    return Reactor.children(K8S.resolve(folder)).stream()
        .filter(path -> Files.exists(path.resolve("kustomization.yaml")))
        .toList();
  }
}
