package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file descriptors of another process, as Linux shows them. */
final class OpenFiles {
  private OpenFiles() {}

  static int of(long pid) throws IOException {
    try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return (int) files.count();
    }
  }

  /** Lowers the limit while the process runs. */
  static void limit(long pid, int files) {
    Command prlimit = Command.run("prlimit", "--pid=" + pid, "--nofile=" + files + ":");
    assertThat(prlimit.exit()).as(prlimit.err()).isZero();
  }
}
