package io.honeypods.testkit;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.net.ExpectedSources;
import io.honeypods.decoy.net.Network;
import io.honeypods.decoy.net.Service;
import io.honeypods.decoy.sink.Recorder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A network with limits that no test reaches, and what was seen there. */
public final class OpenNetwork implements AutoCloseable {
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

  private final List<Event> seen = new ArrayList<>();
  private final Network network;

  public OpenNetwork() {
    var recorder = new Recorder(InstantSource.system(), "test", this::accept);
    network = new Network(LIMITS, new ExpectedSources(List.of()), recorder, new Random(1));
  }

  /** Opens a service, and says where. */
  public InetSocketAddress listen(Service<?, ?> service) {
    return network.listen(service).address();
  }

  public synchronized List<Event> seen() {
    return List.copyOf(seen);
  }

  public <E extends Event> List<E> seen(Class<E> kind) {
    return seen().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void close() {
    network.close();
  }

  private synchronized void accept(Observation observation) {
    seen.add(observation.event());
  }
}
