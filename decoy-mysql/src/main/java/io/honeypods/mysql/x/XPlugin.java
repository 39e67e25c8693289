package io.honeypods.mysql.x;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Service;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** The second port of every MySQL 8: it says what it can do and denies every login. */
public final class XPlugin {

  private XPlugin() {}

  /** The plugin without TLS, which it then refuses. */
  public static Service<XInput, Bytes> service(
      String decoy,
      String key,
      Endpoint endpoint,
      List<AlertName> alerts,
      InstantSource clock,
      RandomGenerator random) {
    return service(decoy, key, endpoint, alerts, clock, random, () -> null);
  }

  /**
   * The plugin as a service.
   *
   * @param random where challenges come from; used by several threads at once
   * @param tls makes the server's side of TLS for a connection; null where there is none
   */
  public static Service<XInput, Bytes> service(
      String decoy,
      String key,
      Endpoint endpoint,
      List<AlertName> alerts,
      InstantSource clock,
      RandomGenerator random,
      Supplier<@Nullable CompletionStage<SSLEngine>> tls) {
    var server = new XServer(clock, random, tls);
    return new Service<>(
        decoy,
        key,
        endpoint,
        alerts,
        false,
        XFraming::new,
        ReplyEncoder.BYTES,
        session -> XConversation.begin(XSession.begin(session.flow().source().ip(), server)));
  }
}
