package io.honeypods.mysql;

import io.honeypods.decoy.Decoy;
import io.honeypods.decoy.DecoyContext;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Service;
import io.honeypods.mysql.x.XPlugin;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A MySQL 8 with weak accounts and an engine behind them, and its X plugin. */
public final class MysqlDecoy implements Decoy<MysqlConfig> {
  /** The longest packet before login. */
  static final int MAX_LOGIN = 96 * 1024;

  private static final String NAME = "mysql";
  private static final List<AlertName> ALERTS = List.of(AlertName.VULN_SVC);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String service() {
    return "mysql";
  }

  @Override
  public List<AlertName> alerts() {
    return ALERTS;
  }

  @Override
  public Class<MysqlConfig> configType() {
    return MysqlConfig.class;
  }

  @Override
  public void open(MysqlConfig config, DecoyContext context) throws ConfigException {
    Identity identity = context.identity();
    List<Planted> planted = Seeds.planted(config, context.planted());
    Instant started = context.clock().instant();
    var sql = Seeds.server(config, identity, planted, context.clock(), started);
    var keys = keys(identity, config.claimedVersion(), identity.installed());
    var server =
        new MysqlServer(
            sql,
            config.profile().plugin(),
            planted,
            keys,
            (int) config.maxPacket().bytes(),
            new SecureRandom());
    context.listen(mysql(config.listen(), server));
    if (config.x() != null) {
      context.listen(
          XPlugin.service(
              NAME,
              "mysql.x",
              config.x(),
              ALERTS,
              context.clock(),
              new SecureRandom(),
              server::tlsEngine));
    }
  }

  /** Keys are made while the first visitors are greeted: TLS waits for them, nothing else does. */
  private static CompletableFuture<ServerKeys> keys(
      Identity identity, String version, Instant installed) {
    var keys = new CompletableFuture<ServerKeys>();
    Thread.ofPlatform()
        .name("key-maker")
        .daemon()
        .start(() -> keys.complete(ServerKeys.generate(identity, version, installed)));
    return keys;
  }

  static Service<MysqlInput, Bytes> mysql(Endpoint endpoint, MysqlServer server) {
    return new Service<>(
        NAME,
        "mysql.listen",
        endpoint,
        ALERTS,
        false,
        () -> new PacketFraming(MAX_LOGIN, server.maxPacket()),
        ReplyEncoder.BYTES,
        session -> new Login(server, session.flow()));
  }
}
