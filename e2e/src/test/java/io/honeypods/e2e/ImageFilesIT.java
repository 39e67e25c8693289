package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an intruder would find in an image: nothing to run, nothing to write to. */
class ImageFilesIT {
  private static final List<String> TOOLS =
      List.of(
          "sh", "bash", "dash", "busybox", "apt", "apt-get", "dpkg", "rpm", "apk", "perl",
          "python3");

  /** Where podman mounts what it tells a container. */
  private static final List<String> OF_PODMAN =
      List.of("etc/hostname", "etc/hosts", "etc/resolv.conf", "run/.containerenv");

  @ParameterizedTest
  @ValueSource(strings = {"web", "mysql", "ssh", "ipenum", "decoy-all"})
  void holdsNothingToRunOrToWriteTo(String image) {
    try (Container container = Container.run(Image.of(image))) {
      List<String> files =
          container.files().stream()
              .filter(line -> OF_PODMAN.stream().noneMatch(line::endsWith))
              .toList();
      assertThat(files).anyMatch(line -> line.endsWith(" usr/lib/runtime/bin/java"));
      assertThat(files).noneMatch(line -> TOOLS.contains(fileName(line)));
      assertThat(files.stream().filter(ImageFilesIT::isProgram).map(ImageFilesIT::fileName))
          .as("programs")
          .containsExactly("java");
      assertThat(files).as("setuid or setgid").noneMatch(line -> mode(line).matches(".*[sS].*"));
      assertThat(files)
          .as("writable by all")
          .noneMatch(line -> mode(line).charAt(8) == 'w' && !line.startsWith("l"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "mysql", "ssh", "ipenum", "decoy-all"})
  void sbomNamesEveryJar(String image) {
    try (Container container = Container.run(Image.of(image))) {
      List<String> files = container.files();
      List<String> jars =
          files.stream()
              .filter(line -> line.contains(" app/"))
              .map(ImageFilesIT::fileName)
              .toList();
      Path sbom = Reactor.ROOT.resolve("images/target/" + image + ".cdx.json");
      List<String> named =
          new JsonMapper()
              .readTree(Reactor.text(sbom))
              .path("components")
              .valueStream()
              .map(each -> each.path("name").asString() + "-" + each.path("version").asString())
              .toList();

      assertThat(files).anyMatch(line -> line.endsWith(" usr/share/sbom/" + image + ".cdx.json"));
      assertThat(jars.stream().filter(jar -> jar.endsWith(".jar")))
          .isNotEmpty()
          .allMatch(jar -> named.stream().anyMatch(jar::startsWith));
    }
  }

  /** A file that may be executed and is no shared library. */
  private static boolean isProgram(String line) {
    return line.startsWith("-") && mode(line).contains("x") && !fileName(line).contains(".so");
  }

  private static String mode(String line) {
    return line.substring(0, 10);
  }

  private static String fileName(String line) {
    String path = line.replaceFirst(" (->|link to) .*", "").replaceFirst("/$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(' ')) + 1);
  }
}
