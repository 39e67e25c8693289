package io.honeypods.mysql.diff;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a test needs of its machine: missing, it is skipped here and fails in CI. */
final class Needed {
  private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/sbin", "/usr/local/bin");

  private Needed() {}

  static void otherwise(String missing) {
    if (missing.isEmpty()) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      fail(missing);
    }
    abort(missing);
  }

  static void tool(String name) {
    boolean there = FOLDERS.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    otherwise(there ? "" : "NO " + name + " HERE: IT IS NOT TRIED");
  }
}
