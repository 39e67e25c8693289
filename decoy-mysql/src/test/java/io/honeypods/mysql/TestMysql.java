package io.honeypods.mysql;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.mysql.MysqlConfig.AccountConfig;
import io.honeypods.testkit.OpenNetwork;
import io.honeypods.testkit.Protocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Our MySQL on a free port of the loopback, and what was seen there. */
final class TestMysql implements AutoCloseable {
  static final Identity IDENTITY = Identity.of("test");
  static final ServerKeys KEYS =
      ServerKeys.generate(IDENTITY, "8.0.44", Instant.parse("2026-03-01T10:00:00Z"));

  private final OpenNetwork network = new OpenNetwork();
  private final InetSocketAddress address;

  TestMysql(MysqlConfig config, List<Planted> planted) throws ConfigException {
    var server = server(config, Seeds.planted(config, planted));
    address = network.listen(MysqlDecoy.mysql(config.listen(), server));
  }

  static MysqlConfig config(MysqlProfile profile, @Nullable String version) {
    return config(profile, version, List.of());
  }

  static MysqlConfig config(
      MysqlProfile profile, @Nullable String version, List<AccountConfig> accounts) {
    return new MysqlConfig(
        new Endpoint("127.0.0.1", 0),
        null,
        profile,
        version,
        accounts,
        null,
        new ByteSize(1 << 20));
  }

  static MysqlServer server(MysqlConfig config) throws ConfigException {
    return server(config, Seeds.planted(config, Planted.of(IDENTITY)));
  }

  private static MysqlServer server(MysqlConfig config, List<Planted> planted)
      throws ConfigException {
    var clock = InstantSource.system();
    return new MysqlServer(
        Seeds.server(config, IDENTITY, planted, clock, clock.instant()),
        config.profile().plugin(),
        planted,
        CompletableFuture.completedFuture(KEYS),
        (int) config.maxPacket().bytes(),
        new Random(2));
  }

  /** Sessions without a network, all with one server. */
  static Protocol<MysqlInput, Bytes> protocol(MysqlServer server) {
    var flow =
        new Flow(
            new Peer(InetAddress.ofLiteral("10.0.0.5"), 40_000),
            new Peer(InetAddress.ofLiteral("10.0.0.9"), 3306),
            Flow.Transport.TCP);
    return new Protocol<>(
        () -> new PacketFraming(MysqlDecoy.MAX_LOGIN, server.maxPacket()),
        (reply, allocator) -> allocator.buffer().writeBytes(reply.asByteBuffer()),
        _ -> new Login(server, flow));
  }

  InetSocketAddress address() {
    return address;
  }

  int port() {
    return address.getPort();
  }

  List<Event> seen() {
    return network.seen();
  }

  <E extends Event> List<E> seen(Class<E> kind) {
    return network.seen(kind);
  }

  @Override
  public void close() {
    network.close();
  }
}
