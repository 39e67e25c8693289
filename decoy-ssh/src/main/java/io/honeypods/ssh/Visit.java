package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.FileTransferred;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.ssh.host.Machine;
import io.honeypods.ssh.host.Reports;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.ssh.host.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody who logged in does on the host: its machine, and the events that come of it. */
final class Visit implements Reports {
  private static final int MAX_EVENTS = 2000;
  private static final Duration BREATH = Duration.ofMillis(4);
  private static final Duration UNHEARD = Duration.ofSeconds(1);

  private final Machine machine;
  private final User user;
  private final Client client;
  private final CommandReport report;
  private final Recordings recorder;
  private final List<Event> seen = new ArrayList<>();
  private int events;
  private int recordings;
  private @Nullable Instant wakes;

  Visit(SshServer server, String name, Client client) {
    this.machine = server.host().visit(server.programs(), this, name);
    this.user = machine.user(name);
    this.client = client;
    this.report = server.report();
    this.recorder = server.recorder();
  }

  Machine machine() {
    return machine;
  }

  User user() {
    return user;
  }

  Client client() {
    return client;
  }

  /** A recording of a terminal, where any are kept. */
  @Nullable Recording record(Terminal terminal) {
    recordings++;
    String name = recordings == 1 ? client.session() : client.session() + "-" + recordings;
    return recorder.begin(name, terminal);
  }

  /** How long until something happens by itself; null for never. */
  @Nullable Duration patience() {
    if (wakes == null) {
      return null;
    }
    Duration left = Duration.between(machine.now(), wakes);
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  /** Lets tasks run for a moment, and sends what they wrote. */
  void run(Collection<SessionChannel> channels, Turn turn) {
    Duration wait = machine.run();
    boolean sent = false;
    boolean unheard = false;
    for (SessionChannel channel : List.copyOf(channels)) {
      sent |= channel.pump(turn);
      unheard |= channel.isUnheard();
    }
    if (sent) {
      wait = unheard ? UNHEARD : wait == null || wait.compareTo(BREATH) > 0 ? BREATH : wait;
    }
    wakes = wait == null ? null : machine.now().plus(wait);
    seen.forEach(turn::saw);
    seen.clear();
  }

  /** Ends all tasks; what was not reported yet. */
  List<Event> end() {
    machine.close();
    List<Event> rest = List.copyOf(seen);
    seen.clear();
    return rest;
  }

  @Override
  public void command(String line) {
    saw(report.of(line));
  }

  @Override
  public void outbound(String program, String host, int port) {
    saw(new TunnelRequested(program, Text.of(host), port));
  }

  @Override
  public void password(String name, String password, boolean right) {
    saw(
        new LoginAttempted(
            LoginMethod.PASSWORD,
            Text.of(name),
            Secret.password(password),
            right ? Outcome.SUCCESS : Outcome.FAILURE));
  }

  @Override
  public void uploaded(String path, String content) {
    transferred(Direction.UPLOAD, path, content);
  }

  @Override
  public void downloaded(String path, String content) {
    transferred(Direction.DOWNLOAD, path, content);
  }

  private void transferred(Direction direction, String path, String content) {
    if (events < MAX_EVENTS) {
      saw(new FileTransferred(direction, Text.of(path), Payload.of(Bytes.ofLatin1(content))));
    }
  }

  private void saw(Event event) {
    if (events < MAX_EVENTS) {
      events++;
      seen.add(event);
    }
  }
}
