package io.honeypods.web;

import io.honeypods.decoy.Decoy;
import io.honeypods.decoy.DecoyContext;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Service;
import java.util.List;
import java.util.stream.Stream;

/** An nginx with an internal dashboard, and a TLS port that hears a ClientHello and resets. */
public final class WebDecoy implements Decoy<WebConfig> {
  private static final String NAME = "web";
  private static final List<AlertName> ALERTS = List.of(AlertName.FAKE_SVC);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String service() {
    return "nginx";
  }

  @Override
  public List<AlertName> alerts() {
    return ALERTS;
  }

  @Override
  public Class<WebConfig> configType() {
    return WebConfig.class;
  }

  @Override
  public void open(WebConfig config, DecoyContext context) throws ConfigException {
    var version = NginxVersion.parse(config.version());
    Site site =
        config.root() == null
            ? Dashboard.of(context.identity(), context.planted())
            : DirectorySite.read(config.root());
    var report = new RequestReport(planted(config, context));
    var server = new WebServer(site, version, report, context.clock());
    context.listen(nginx(config.listen(), version, server));
    if (config.lure() != null) {
      context.listen(lure(config.lure()));
    }
  }

  static Service<HttpInput, Bytes> nginx(
      Endpoint endpoint, NginxVersion version, WebServer server) {
    return new Service<>(
        NAME,
        "web.listen",
        endpoint,
        ALERTS,
        false,
        () -> new HttpFraming(version),
        ReplyEncoder.BYTES,
        session -> WebConversation.begin(server, session.flow()));
  }

  private static Service<LureInput, Bytes> lure(Endpoint endpoint) {
    return new Service<>(
        NAME,
        "web.lure",
        endpoint,
        ALERTS,
        false,
        LureFraming::new,
        ReplyEncoder.BYTES,
        _ -> new LureConversation());
  }

  private static List<Planted> planted(WebConfig config, DecoyContext context) {
    Stream<Planted> configured =
        config.planted().stream()
            .map(item -> new Planted(item.service(), item.user(), item.secret(), item.place()));
    return Stream.concat(context.planted().stream(), configured).toList();
  }
}
