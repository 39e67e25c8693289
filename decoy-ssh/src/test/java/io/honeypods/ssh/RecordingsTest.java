package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  @TempDir private Path directory;

  @Test
  void areFilesNamedByTheirSession() throws IOException {
    var recordings = Recordings.in(directory, new ManualClock(), Runnable::run);

    Objects.requireNonNull(recordings.begin("s1", new Terminal("pts/0", 80, 24, new Pipe())))
        .close();

    assertThat(directory.resolve("s1.cast")).isNotEmptyFile();
    assertThat(directory).isDirectoryNotContaining("glob:**probe*");
  }

  @Test
  void needADirectory() {
    assertThatThrownBy(
            () -> Recordings.in(directory.resolve("none"), new ManualClock(), Runnable::run))
        .isInstanceOf(IOException.class);
  }
}
