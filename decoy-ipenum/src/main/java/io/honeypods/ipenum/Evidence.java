package io.honeypods.ipenum;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest packets in memory, and where that is wanted in a few files that are written in turn,
 * as many each second as a disk should be troubled with.
 */
final class Evidence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private static final int FILES = 4;
  private static final int PER_SECOND = 2000;
  private static final int BURST = 20_000;

  private static final int RECENT_BYTES = 1 << 20;

  private final RecentPackets recent = new RecentPackets(RECENT_BYTES);
  private final @Nullable Path folder;
  private final long fileBytes;
  private final Budget budget = new Budget(PER_SECOND, BURST);
  private final Pace pace = new Pace();
  private @Nullable PcapngFile file;
  private int next;
  private long skipped;

  private Evidence(@Nullable Path folder, long fileBytes) {
    this.folder = folder;
    this.fileBytes = fileBytes;
  }

  /** Writes no files. */
  static Evidence inMemory() {
    return new Evidence(null, 0);
  }

  /**
   * Keeps packets in a directory, which is made where it is missing.
   *
   * @throws IOException where nothing can be written there
   */
  static Evidence in(Path folder, long bytes) throws IOException {
    Files.createDirectories(folder);
    var evidence = new Evidence(folder, bytes / FILES);
    evidence.next = oldest(folder);
    evidence.rotate(folder);
    return evidence;
  }

  void keep(ByteBuffer bytes, int length, long nanos) {
    if (!budget.take(nanos / 1_000_000)) {
      skipped++;
      return;
    }
    recent.keep(bytes, length, nanos);
    if (folder == null || file == null) {
      return;
    }
    try {
      if (file.size() > fileBytes) {
        rotate(folder);
      }
      file.write(bytes, length, nanos);
    } catch (IOException e) {
      fail(e);
    }
  }

  /** The packets that are in memory. */
  RecentPackets recent() {
    return recent;
  }

  /** Has what is kept readable for others. */
  void flush() {
    try {
      if (file != null) {
        file.flush();
      }
    } catch (IOException e) {
      fail(e);
    }
    long now = System.currentTimeMillis();
    if (skipped > 0 && folder != null && pace.isDue(now)) {
      LOG.warn("{} packets are not in the capture: more than {} a second", skipped, PER_SECOND);
      pace.reported(now);
      skipped = 0;
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void rotate(Path into) throws IOException {
    if (file != null) {
      file.close();
    }
    file = PcapngFile.create(into.resolve("capture-" + next + ".pcapng"));
    next = (next + 1) % FILES;
  }

  private void fail(IOException why) {
    LOG.error("the capture has ended", why);
    file = null;
  }

  /** The file to write first: one that is missing, or the one written longest ago. */
  private static int oldest(Path folder) throws IOException {
    int oldest = 0;
    long time = Long.MAX_VALUE;
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve("capture-" + i + ".pcapng");
      long written = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : -1;
      if (written < time) {
        oldest = i;
        time = written;
      }
    }
    return oldest;
  }
}
