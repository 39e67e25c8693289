package io.honeypods.ssh;

import io.honeypods.ssh.host.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps recordings: in a directory where there is one, else nowhere. */
final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final int MOST_FILES = 10_000;

  private final @Nullable Path directory;
  private final InstantSource clock;
  private final Executor writer;
  private final AtomicInteger count = new AtomicInteger();

  private Recordings(@Nullable Path directory, InstantSource clock, Executor writer) {
    this.directory = directory;
    this.clock = clock;
    this.writer = writer;
  }

  /** Recordings that are not kept. */
  static Recordings none(InstantSource clock) {
    return new Recordings(null, clock, Runnable::run);
  }

  /**
   * Recordings that are kept in a directory.
   *
   * @param writer runs what writes files
   * @throws IOException where no file can be made there
   */
  static Recordings in(Path directory, InstantSource clock, Executor writer) throws IOException {
    Files.delete(Files.createTempFile(directory, "probe", ".cast"));
    return new Recordings(directory, clock, writer);
  }

  /** The recording of a terminal, in a file {@code name.cast}; null where none are kept. */
  @Nullable Recording begin(String name, Terminal terminal) {
    if (directory == null || count.incrementAndGet() > MOST_FILES) {
      return null;
    }
    Path file = directory.resolve(name + ".cast");
    return new Recording(
        terminal.columns(),
        terminal.rows(),
        clock,
        cast -> writer.execute(() -> write(file, cast)));
  }

  private static void write(Path file, byte[] cast) {
    try {
      Files.write(file, cast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      LOG.warn("recording {} of {} bytes is lost", file, cast.length, e);
    }
  }
}
