package io.honeypods.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** What one case of cases.txt sends, and how long it waits for the answer. */
record NginxCase(
    String name,
    List<byte[]> writes,
    boolean finish,
    boolean bytewise,
    boolean unprivileged,
    Duration quiet) {
  private static final Duration QUIET = Duration.ofMillis(500);

  static List<NginxCase> all() {
    var cases = new ArrayList<NginxCase>();
    var names = new HashSet<String>();
    for (String line : lines("cases.txt")) {
      if (line.startsWith("# ")) {
        cases.add(new NginxCase(line.substring(2), List.of(), false, false, false, QUIET));
        if (!names.add(line)) {
          throw new IllegalArgumentException("two cases: " + line);
        }
      } else {
        cases.add(cases.removeLast().with(line));
      }
    }
    return cases;
  }

  private NginxCase with(String line) {
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    return switch (space < 0 ? line : line.substring(0, space)) {
      case ">" -> then(Escaped.bytes(rest));
      case "pause" -> then(new byte[0]);
      case "finish" -> new NginxCase(name, writes, true, bytewise, unprivileged, quiet);
      case "bytewise" -> new NginxCase(name, writes, finish, true, unprivileged, quiet);
      case "unprivileged" -> new NginxCase(name, writes, finish, bytewise, true, quiet);
      case "quiet" -> {
        var wait = Duration.ofMillis(Long.parseLong(rest));
        yield new NginxCase(name, writes, finish, bytewise, unprivileged, wait);
      }
      default -> throw new IllegalArgumentException(line + " in " + name);
    };
  }

  private NginxCase then(byte[] write) {
    var more = new ArrayList<>(writes);
    more.add(write);
    return new NginxCase(name, List.copyOf(more), finish, bytewise, unprivileged, quiet);
  }

  /** The lines of a resource beside cases.txt, without empty ones and comments. */
  static List<String> lines(String resource) {
    var stream =
        Objects.requireNonNull(NginxCase.class.getResourceAsStream("/nginx/" + resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("//")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
