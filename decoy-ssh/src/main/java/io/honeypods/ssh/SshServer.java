package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.ssh.Penalties.Offence;
import io.honeypods.ssh.command.Commands;
import io.honeypods.ssh.host.Host;
import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.shell.Bash;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What all sessions of one server share. */
final class SshServer {
  private static final Duration GRACE = Duration.ofMinutes(2);
  private static final int GRACE_JITTER_MILLIS = 4000;

  private final SshProfile profile;
  private final HostKeys hostKeys;
  private final List<Account> accounts;
  private final List<Planted> planted;
  private final @Nullable Penalties penalties;
  private final MaxStartups startups;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Host host;
  private final Recordings recorder;
  private final Map<String, Program> programs = programs(new HashMap<>());
  private final CommandReport report = CommandReport.load();
  private final Moduli moduli = Moduli.load();
  private final KexInit proposal;
  private final FailureDelay failureDelay;

  SshServer(
      SshProfile profile,
      HostKeys hostKeys,
      List<Account> accounts,
      List<Planted> planted,
      boolean penalties,
      MaxStartups startups,
      InstantSource clock,
      RandomGenerator random,
      Host host,
      Recordings recorder) {
    this.profile = profile;
    this.hostKeys = hostKeys;
    this.accounts = List.copyOf(accounts);
    this.planted = List.copyOf(planted);
    this.penalties = penalties && profile.isModern() ? new Penalties() : null;
    this.startups = startups;
    this.clock = clock;
    this.random = random;
    this.host = host;
    this.recorder = recorder;
    this.proposal = profile.proposal(hostKeys.algorithms());
    this.failureDelay = new FailureDelay(Bytes.of(random(Long.BYTES)));
  }

  SshProfile profile() {
    return profile;
  }

  HostKeys hostKeys() {
    return hostKeys;
  }

  KexInit proposal() {
    return proposal;
  }

  Host host() {
    return host;
  }

  Recordings recorder() {
    return recorder;
  }

  /** What can be run on the host. */
  Map<String, Program> programs() {
    return programs;
  }

  CommandReport report() {
    return report;
  }

  private static Map<String, Program> programs(Map<String, Program> all) {
    all.putAll(Commands.programs());
    all.putAll(Bash.programs());
    return Map.copyOf(all);
  }

  InstantSource clock() {
    return clock;
  }

  List<Planted> planted() {
    return planted;
  }

  /** The account of a name; null where there is none. */
  @Nullable Account account(String name) {
    return accounts.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  /** Counts a connection in; false where it is to be refused. */
  boolean enter(InetAddress source) {
    if (penalties != null && penalties.isRefused(source, clock.instant())) {
      return false;
    }
    synchronized (random) {
      return startups.enter(random);
    }
  }

  /** A connection that was let in has logged in or is over. */
  void leave() {
    startups.leave();
  }

  void punish(InetAddress source, Offence offence) {
    if (penalties != null) {
      penalties.punish(source, offence, clock.instant());
    }
  }

  @Nullable DhGroup group(long min, long wanted, long max) {
    synchronized (random) {
      return moduli.choose(min, wanted, max, random);
    }
  }

  byte[] random(int length) {
    byte[] bytes = new byte[length];
    synchronized (random) {
      random.nextBytes(bytes);
    }
    return bytes;
  }

  /** A time between two, in milliseconds. */
  Duration between(int least, int most) {
    synchronized (random) {
      return Duration.ofNanos(random.nextLong(least * 1_000_000L, most * 1_000_000L));
    }
  }

  /** When a user is told no, where finding that out took some time. */
  Duration refusal(String user, Duration worked) {
    return failureDelay.of(user, worked);
  }

  /** How long a client has to log in. */
  Duration grace() {
    return profile.isModern() ? GRACE.plus(between(0, GRACE_JITTER_MILLIS)) : GRACE;
  }

  /** EXT_INFO behind the first keys. */
  byte[] extensions() {
    PayloadWriter info = PayloadWriter.message(Msg.EXT_INFO).u32(profile.isModern() ? 3 : 2);
    info.text("server-sig-algs").names(profile.signatures());
    info.text("publickey-hostbound@openssh.com").text("0");
    return (profile.isModern() ? info.text("ping@openssh.com").text("0") : info).bytes();
  }

  /** EXT_INFO for clients that take it while they log in. */
  byte[] signatureAlgorithms() {
    return PayloadWriter.message(Msg.EXT_INFO)
        .u32(1)
        .text("server-sig-algs")
        .names(profile.signatures())
        .bytes();
  }
}
