package io.honeypods.web;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.testkit.OpenNetwork;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Our nginx on a free port of the loopback. */
record OurNginx(OpenNetwork network, InetSocketAddress address) implements Served {
  static Served start(Path root, String version) throws ConfigException {
    var network = new OpenNetwork();
    var claimed = NginxVersion.parse(version);
    var server =
        new WebServer(
            DirectorySite.read(root),
            claimed,
            new RequestReport(List.of()),
            InstantSource.system());
    var endpoint = new Endpoint("127.0.0.1", 0);
    return new OurNginx(network, network.listen(WebDecoy.nginx(endpoint, claimed, server)));
  }

  @Override
  public void close() {
    network.close();
  }
}
