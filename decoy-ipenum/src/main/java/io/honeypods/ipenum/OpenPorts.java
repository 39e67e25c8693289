package io.honeypods.ipenum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The TCP ports that something in this network namespace listens on. */
final class OpenPorts {
  private static final String LISTEN = "0A";

  private OpenPorts() {}

  static List<Integer> read() throws IOException {
    var tables = Stream.<String>builder();
    for (String name : List.of("tcp", "tcp6")) {
      Path table = Path.of("/proc/net", name);
      if (Files.isReadable(table)) {
        Files.readAllLines(table).forEach(tables);
      }
    }
    return parse(tables.build());
  }

  /** Reads the lines of {@code /proc/net/tcp}: number, local and remote address, state. */
  static List<Integer> parse(Stream<String> lines) {
    return lines
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words.length > 3 && words[3].equals(LISTEN))
        .map(words -> Integer.parseInt(words[1], words[1].indexOf(':') + 1, words[1].length(), 16))
        .distinct()
        .sorted()
        .toList();
  }
}
