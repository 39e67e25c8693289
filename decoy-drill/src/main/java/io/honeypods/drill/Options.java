package io.honeypods.drill;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param admins pages of metrics to be asked whether the decoys noticed
 */
record Options(List<Target> targets, List<URI> admins) {
  static final String USAGE =
      """
      Usage: decoy attack [--admin URL]... [TARGET]...
      Plays harmless attacks on decoys of your own and says what has to follow.
      TARGET is HOST for all of them, or one of ping://HOST, scan://HOST,
      http://HOST[:8888], mysql://HOST[:3306], ssh://HOST[:22]. Without one, what ./decoy up runs on
      this machine: http, mysql and ssh (2222) at 127.0.0.1.
      --admin URL  the metrics of a decoy, such as http://10.0.0.5:9100/metrics: fails
                   unless the counters went up. DRILL_TOKEN holds the token, where
                   there is one.
      """;

  Options {
    targets = List.copyOf(targets);
    admins = List.copyOf(admins);
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException which says what was expected
   */
  static Options parse(List<String> arguments) {
    var targets = new ArrayList<Target>();
    var admins = new ArrayList<URI>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (argument.equals("--admin") && rest.hasNext()) {
        admins.add(URI.create(rest.next()));
      } else if (argument.startsWith("-")) {
        throw new IllegalArgumentException(argument + " (expected --admin URL or a target)");
      } else {
        targets.addAll(Target.parse(argument));
      }
    }
    return new Options(targets.isEmpty() ? workstation() : targets, admins);
  }

  private static List<Target> workstation() {
    return Stream.of("http://127.0.0.1", "mysql://127.0.0.1", "ssh://127.0.0.1:2222")
        .flatMap(target -> Target.parse(target).stream())
        .toList();
  }
}
