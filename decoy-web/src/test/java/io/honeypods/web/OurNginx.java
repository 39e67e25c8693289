package io.honeypods.web;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.net.ExpectedSources;
import io.honeypods.decoy.net.Network;
import io.honeypods.decoy.sink.Recorder;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Our nginx on a free port of the loopback. */
record OurNginx(Network network, InetSocketAddress address) implements Served {
  private static final LimitsConfig LIMITS =
      new LimitsConfig(
          10_000,
          10_000,
          1_000_000,
          new ByteSize(64 << 20),
          new ByteSize(64 << 20),
          Duration.ofHours(1),
          Duration.ofHours(1),
          0,
          2);

  static Served start(Path root, String version) throws ConfigException {
    var recorder = new Recorder(InstantSource.system(), "test", observation -> {});
    var network =
        new Network(LIMITS, new ExpectedSources(List.of()), recorder, RandomGenerator.getDefault());
    var claimed = NginxVersion.parse(version);
    var server =
        new WebServer(
            DirectorySite.read(root),
            claimed,
            new RequestReport(List.of()),
            InstantSource.system());
    var endpoint = new Endpoint("127.0.0.1", 0);
    return new OurNginx(
        network, network.listen(WebDecoy.nginx(endpoint, claimed, server)).address());
  }

  @Override
  public void close() {
    network.close();
  }
}
