package io.honeypods.decoy.net;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Observation;
import io.honeypods.decoy.sink.Recorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** A service on a port of the loopback device, and what was seen there. */
final class Loopback implements AutoCloseable {
  static final LimitsConfig LIMITS =
      new LimitsConfig(
          100,
          50,
          1000,
          new ByteSize(1 << 20),
          new ByteSize(4096),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          0,
          2);

  private final List<Observation> seen = new ArrayList<>();
  private final Network network;
  private final InetSocketAddress address;

  Loopback(Transport transport, LimitsConfig limits, Service<?, ?> service) {
    var recorder = new Recorder(InstantSource.system(), "p", this::accept);
    network =
        new Network(transport, limits, new ExpectedSources(List.of()), recorder, new Random(1));
    address = network.listen(service).address();
  }

  static Loopback echo(Transport transport, LimitsConfig limits) {
    return new Loopback(transport, limits, EchoService.service());
  }

  Network network() {
    return network;
  }

  /** A client that waits at most ten seconds for an answer. */
  Socket connect() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(16 * 1024);
    socket.connect(address);
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Waits for an observation, and returns all that were seen until then. */
  synchronized List<Observation> await(Predicate<Event> wanted) throws InterruptedException {
    while (seen.stream().noneMatch(observation -> wanted.test(observation.event()))) {
      wait();
    }
    return List.copyOf(seen);
  }

  CloseReason awaitReason() throws InterruptedException {
    return awaitClosed().reason();
  }

  ConnectionClosed awaitClosed() throws InterruptedException {
    List<Observation> all = await(ConnectionClosed.class::isInstance);
    return all.stream()
        .map(Observation::event)
        .filter(ConnectionClosed.class::isInstance)
        .map(ConnectionClosed.class::cast)
        .findFirst()
        .orElseThrow();
  }

  void stop() {
    network.close();
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized void accept(Observation observation) {
    seen.add(observation);
    notifyAll();
  }
}
