package io.honeypods.ipenum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the kernel has counted in this network namespace, such as {@code Icmp.InEchos}. */
record KernelCounters(Map<String, Long> values) {
  private static final List<String> PAIRS_OF_LINES = List.of("snmp", "netstat");

  KernelCounters {
    values = Map.copyOf(values);
  }

  static KernelCounters read() throws IOException {
    var values = new HashMap<String, Long>();
    for (String name : PAIRS_OF_LINES) {
      parsePairs(Files.readAllLines(Path.of("/proc/net", name)), values);
    }
    Path snmp6 = Path.of("/proc/net/snmp6");
    if (Files.isReadable(snmp6)) {
      parseLines(Files.readAllLines(snmp6), values);
    }
    return new KernelCounters(values);
  }

  /** A line of names, then one of numbers, both led by their protocol. */
  static void parsePairs(List<String> lines, Map<String, Long> into) {
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      String[] names = lines.get(i).split(" ", -1);
      String[] numbers = lines.get(i + 1).split(" ", -1);
      String protocol = names[0].replace(":", "");
      for (int j = 1; j < Math.min(names.length, numbers.length); j++) {
        put(into, protocol + "." + names[j], numbers[j]);
      }
    }
  }

  /** A name and a number in each line. */
  static void parseLines(List<String> lines, Map<String, Long> into) {
    for (String line : lines) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length == 2) {
        put(into, words[0], words[1]);
      }
    }
  }

  /** Unknown counters are 0: kernels differ in what they count. */
  long get(String name) {
    return values.getOrDefault(name, 0L);
  }

  private static void put(Map<String, Long> into, String name, String number) {
    try {
      into.put(name, Long.parseLong(number));
    } catch (NumberFormatException _) {
      // a counter that we could not use either
    }
  }
}
