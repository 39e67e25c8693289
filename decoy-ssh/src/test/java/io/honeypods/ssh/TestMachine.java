package io.honeypods.ssh;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A host without a network, whose time passes as fast as it is asked to. */
final class TestMachine {
  private static final int MOST_ROUNDS = 200_000;
  private static final Duration LONGEST = Duration.ofHours(2);

  private TestMachine() {}

  /** What a command did. */
  record Ran(String out, String err, int status, boolean over, List<Event> events) {}

  /** Runs a command as {@code ssh user@host COMMAND} does. */
  static Ran run(SshProfile profile, String user, String command) {
    return run(profile, user, command, MOST_ROUNDS);
  }

  /** Runs a command that is given an input, as {@code ssh user@host COMMAND < FILE} does. */
  static Ran run(SshProfile profile, String user, String command, String input) {
    return run(profile, user, command, input, MOST_ROUNDS);
  }

  static Ran run(SshProfile profile, String user, String command, int rounds) {
    return run(profile, user, command, "", rounds);
  }

  private static Ran run(
      SshProfile profile, String user, String command, String input, int rounds) {
    var clock = new ManualClock();
    List<Planted> planted = Planted.of(TestSsh.IDENTITY);
    SshServer server = TestSsh.server(profile, List.of(), clock, "10:30:100", true);
    var visit = new Visit(server, user, TestSsh.CLIENT);
    var out = new io.honeypods.ssh.host.Pipe();
    var err = new io.honeypods.ssh.host.Pipe();
    var in = new io.honeypods.ssh.host.Pipe();
    in.add(input);
    in.end();
    String secret =
        planted.stream()
            .filter(each -> each.service().equals("ssh"))
            .findFirst()
            .orElseThrow()
            .secret();
    String line = command.replace("PLANTED", secret);
    visit.command(line);
    var strand = new Login(visit).start("exec", line, in, out, err, null);
    var shown = new StringBuilder();
    var said = new StringBuilder();
    Duration passed = Duration.ZERO;
    for (int i = 0; i < rounds && !strand.isOver() && passed.compareTo(LONGEST) < 0; i++) {
      Duration wait = visit.machine().run();
      move(out, shown);
      move(err, said);
      if (wait != null) {
        clock.advance(wait);
        passed = passed.plus(wait);
      }
    }
    move(out, shown);
    move(err, said);
    boolean over = strand.isOver();
    int status = strand.status();
    RuntimeException failure = visit.machine().failure();
    var events = new ArrayList<>(visit.end());
    if (failure != null) {
      throw failure;
    }
    return new Ran(shown.toString(), said.toString(), status, over, events);
  }

  private static void move(io.honeypods.ssh.host.Pipe from, StringBuilder to) {
    String piece = from.take(Integer.MAX_VALUE);
    if (piece != null && to.length() < 4 << 20) {
      to.append(piece);
    }
  }
}
