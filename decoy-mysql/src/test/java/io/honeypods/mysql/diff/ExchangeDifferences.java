package io.honeypods.mysql.diff;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Prints which exchanges a server at {@code -Dours=PORT} plays otherwise than the real one; with
 * {@code -Dshow=true} how the real one plays them. Arguments are parts of names.
 */
final class ExchangeDifferences {
  private ExchangeDifferences() {}

  public static void main(String... arguments) throws Exception {
    PrintStream out = System.out;
    InetSocketAddress theirs = at(Integer.getInteger("theirs", 13506));
    var wanted = List.of(arguments);
    var exchanges =
        Exchanges.all().stream()
            .filter(e -> wanted.isEmpty() || wanted.stream().anyMatch(e.name()::contains))
            .toList();
    if (Boolean.getBoolean("show")) {
      Exchanges.prepare(theirs);
      Exchanges.play(exchanges, theirs, Pace.BRISK)
          .forEach(
              (name, lines) -> {
                out.println("# " + name);
                lines.forEach(line -> out.println("  " + line));
              });
      return;
    }
    InetSocketAddress ours = at(Integer.getInteger("ours", 3306));
    var differences = Exchanges.differences(exchanges, theirs, ours);
    differences.forEach(difference -> out.println(difference.report()));
    out.printf("%d of %d exchanges differ%n", differences.size(), exchanges.size());
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
