package io.honeypods.mysql.diff;

import io.honeypods.mysql.sql.SqlServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Prints where our engine, or a server at {@code -Dours=PORT}, differs from the real one; with
 * {@code -Dshow=true} what the real one says.
 */
final class Differences {
  private static final int REAL_PORT = Integer.getInteger("theirs", 13506);
  private static final int OUR_PORT = Integer.getInteger("ours", 0);
  private static final boolean SHOW = Boolean.getBoolean("show");

  private final PrintStream out;
  private final SqlServer engine = EngineTarget.server("8.0.12");
  private int statements;
  private int different;

  private Differences(PrintStream out) {
    this.out = out;
  }

  /** Names of sections, or parts of them, select; {@code -e SQL...} runs just that. */
  public static void main(String... arguments) throws IOException {
    Path lock = Path.of(System.getProperty("java.io.tmpdir"), "differences.lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      var run = new Differences(System.out);
      if (!held.isValid()) {
        return;
      }
      run.all(selected(List.of(arguments)));
    }
  }

  private static Map<String, List<Line>> selected(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.getFirst().equals("-e")) {
      return Map.of(
          "given", arguments.stream().skip(1).map(sql -> Line.parse("given", sql)).toList());
    }
    var sections = Statements.sections();
    if (!arguments.isEmpty()) {
      sections.keySet().removeIf(name -> arguments.stream().noneMatch(name::contains));
    }
    return sections;
  }

  private void all(Map<String, List<Line>> sections) throws IOException {
    for (var section : sections.entrySet()) {
      if (SHOW) {
        print(section.getValue());
        continue;
      }
      try (Target theirs = new WireTarget(at(REAL_PORT));
          Target ours = ours()) {
        show(section.getValue(), theirs, ours);
      }
    }
    out.printf("%d of %d statements differ%n", different, statements);
  }

  private void print(List<Line> lines) throws IOException {
    try (Target theirs = new WireTarget(at(REAL_PORT))) {
      for (Line line : lines) {
        out.println("# " + line.name());
        theirs.run(line).forEach(packet -> out.println("  " + packet));
      }
    }
  }

  private Target ours() throws IOException {
    return OUR_PORT == 0 ? new EngineTarget(engine) : new WireTarget(at(OUR_PORT));
  }

  private void show(List<Line> lines, Target theirs, Target ours) throws IOException {
    var comparison = OUR_PORT == 0 ? Comparison.withoutWire() : Comparison.ofServers();
    var differences = comparison.between(lines, theirs, ours);
    statements += lines.size();
    different += differences.size();
    differences.forEach(difference -> out.println(difference.report()));
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
