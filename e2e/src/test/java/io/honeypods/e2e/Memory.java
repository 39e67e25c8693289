package io.honeypods.e2e;

import io.honeypods.testkit.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of a process in KiB, as Linux counts it.
 *
 * @param rss pages in RAM
 * @param pss the same with shared pages divided by those who share them
 */
record Memory(long rss, long pss) {

  /** After a garbage collection, so that two measurements compare. */
  static Memory collected(long pid) {
    Command.run(Reactor.JDK_TOOLS.resolve("jcmd").toString(), Long.toString(pid), "GC.run");
    return of(pid);
  }

  static Memory of(long pid) {
    try {
      String rollup = Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
      return new Memory(field(rollup, "Rss:"), field(rollup, "Pss:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long field(String rollup, String name) {
    return rollup
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D+", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
