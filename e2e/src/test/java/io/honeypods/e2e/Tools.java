package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The programs that a test needs beside a JDK. */
final class Tools {
  private Tools() {}

  /** Skips the test where one is missing, and fails it in CI, where all have to be there. */
  static void require(String... names) {
    for (String name : names) {
      if (!isInstalled(name)) {
        String reason = "NO " + name + " ON THE PATH: THIS IS NOT TESTED (.ci/run installs it)";
        if (Reactor.isCi()) {
          fail(reason);
        }
        System.err.println(reason);
        abort(reason);
      }
    }
  }

  private static boolean isInstalled(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
