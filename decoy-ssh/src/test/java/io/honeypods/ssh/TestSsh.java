package io.honeypods.ssh;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.ssh.host.FileScope;
import io.honeypods.testkit.ManualClock;
import io.honeypods.testkit.OpenNetwork;
import io.honeypods.testkit.Protocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** Our sshd on a free port of the loopback, and what was seen there. */
final class TestSsh implements AutoCloseable {
  static final Identity IDENTITY = Identity.of("test");
  static final HostKeys KEYS = HostKeys.of(IDENTITY);
  static final InetAddress SOURCE = InetAddress.ofLiteral("10.0.0.5");

  static final Client CLIENT = new Client("s1", "10.0.0.5", 40_000, "10.0.0.9", 22);

  private final OpenNetwork network = new OpenNetwork();
  private final InetSocketAddress address;

  TestSsh(SshProfile profile, List<Account> accounts) {
    this(profile, accounts, KEYS);
  }

  TestSsh(SshProfile profile, List<Account> accounts, HostKeys keys) {
    SshServer server =
        server(profile, keys, accounts, InstantSource.system(), "500:30:1000", false);
    address = network.listen(SshDecoy.service(new Endpoint("127.0.0.1", 0), server));
  }

  static SshServer server(
      SshProfile profile,
      List<Account> accounts,
      InstantSource clock,
      String startups,
      boolean penalties) {
    return server(profile, KEYS, accounts, clock, startups, penalties);
  }

  static SshServer server(
      SshProfile profile,
      HostKeys keys,
      List<Account> accounts,
      InstantSource clock,
      String startups,
      boolean penalties) {
    return new SshServer(
        profile,
        keys,
        accounts,
        Planted.of(IDENTITY),
        penalties,
        MaxStartups.parse(startups),
        clock,
        new Random(2),
        SshDecoy.host(IDENTITY, profile, clock, accounts, Planted.of(IDENTITY), FileScope.SESSION),
        Recordings.none(clock));
  }

  /** Sessions without a network, each with a server of its own. */
  static Protocol<SshInput, Bytes> protocol(SshProfile profile, List<Account> accounts) {
    return new Protocol<>(
        SshFraming::new,
        ReplyEncoder.BYTES,
        clock ->
            new SshConversation(
                server(profile, accounts, clock, "10:30:100", true), SOURCE, CLIENT));
  }

  /** Sessions without a network that share a server, which takes a while to make. */
  static Protocol<SshInput, Bytes> protocolOfOne(SshProfile profile) {
    SshServer server = server(profile, List.of(), new ManualClock(), "1000:30:1000", false);
    return new Protocol<>(
        SshFraming::new, ReplyEncoder.BYTES, _ -> new SshConversation(server, SOURCE, CLIENT));
  }

  InetSocketAddress address() {
    return address;
  }

  List<Event> seen() {
    return network.seen();
  }

  @Override
  public void close() {
    network.close();
  }
}
