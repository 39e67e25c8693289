package io.honeypods.drill;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program: 0 where every attack was played and noticed, 1 where not, 2 for bad arguments. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    if (words.contains("--help") || words.contains("-h")) {
      System.out.print(Options.USAGE);
      return;
    }
    Options options = options(words);
    if (options == null) {
      System.exit(2);
      return;
    }
    var counters = new Counters(options.admins(), System.getenv("DRILL_TOKEN"));
    var drill = new Drill(Mark.random(new SecureRandom()), counters, System.out::println);
    System.exit(drill.play(options.targets()) ? 0 : 1);
  }

  private static @Nullable Options options(List<String> words) {
    try {
      return Options.parse(words);
    } catch (IllegalArgumentException e) {
      System.err.println("attack: " + e.getMessage());
      System.err.print(Options.USAGE);
      return null;
    }
  }
}
