package io.honeypods.testkit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The programs that a test needs beside a JDK. */
public final class Tools {
  private Tools() {}

  /** Skips the test where one is missing, and fails it in CI, where all have to be there. */
  public static void require(String... names) {
    for (String name : names) {
      if (!isInstalled(name)) {
        String reason = "NO " + name + " ON THE PATH: THIS IS NOT TESTED (.ci/run installs it)";
        if (isCi()) {
          fail(reason);
        }
        System.err.println(reason);
        abort(reason);
      }
    }
  }

  /** Whether the tests run where every tool and file has to be there. */
  public static boolean isCi() {
    return "true".equals(System.getenv("CI"));
  }

  private static boolean isInstalled(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
  }
}
