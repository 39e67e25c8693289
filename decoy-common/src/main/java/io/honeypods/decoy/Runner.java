package io.honeypods.decoy;

import io.honeypods.decoy.admin.Admin;
import io.honeypods.decoy.admin.AdminPage;
import io.honeypods.decoy.config.Config;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.DecoyStarted;
import io.honeypods.decoy.event.Event.DecoyStopped;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.net.ExpectedSources;
import io.honeypods.decoy.net.Network;
import io.honeypods.decoy.net.Service;
import io.honeypods.decoy.sink.EcsLine;
import io.honeypods.decoy.sink.EventSink;
import io.honeypods.decoy.sink.JsonLinesSink;
import io.honeypods.decoy.sink.JsonLinesSink.LineEncoder;
import io.honeypods.decoy.sink.MetricsSink;
import io.honeypods.decoy.sink.Origin;
import io.honeypods.decoy.sink.PrettyLine;
import io.honeypods.decoy.sink.Recorder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of some decoys, from their start to the last event written. */
final class Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  private static final Duration GRACE = Duration.ofMillis(1500);

  private final List<Decoy<?>> decoys;
  private final Config config;
  private final Map<String, String> environment;
  private final InstantSource clock = InstantSource.system();
  private final RandomGenerator random = new SplittableRandom(new SecureRandom().nextLong());
  private final String version = Version.current();
  private final Map<String, AdminPage> pages = new ConcurrentHashMap<>();
  private volatile boolean ready;

  Runner(List<Decoy<?>> decoys, Config config, Map<String, String> environment) {
    this.decoys = decoys;
    this.config = config;
    this.environment = environment;
  }

  /** Runs until the process is told to stop. */
  void run(boolean pretty) throws ConfigException, InterruptedException {
    config.warnings().forEach(LOG::warn);
    Identity identity = identity();
    String nodeIp = NodeIp.of(environment);
    var metrics = new MetricsSink(alerts(), config.limits().sources(), clock);
    var lines =
        new JsonLinesSink(
            new FileOutputStream(FileDescriptor.out),
            encoder(identity, pretty && isTerminal()),
            config.events().queue());
    var recorder = new Recorder(clock, processId(), EventSink.all(lines, metrics));
    lines.onLoss(lost -> recorder.state("runtime", lost), metrics::lost);
    metrics.observeQueue(lines::queued, lines::written);
    var expected = new ExpectedSources(config.expected());
    var network = new Network(config.limits(), expected, recorder, random);
    boolean opened = false;
    try {
      open(identity, nodeIp, metrics, recorder, network);
      metrics.observeProcess(version);
      opened = true;
    } finally {
      if (!opened) {
        network.close();
        lines.close(GRACE);
      }
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(network, recorder, lines)));
    ready = true;
    new CountDownLatch(1).await();
  }

  private void open(
      Identity identity,
      @Nullable String nodeIp,
      MetricsSink metrics,
      Recorder recorder,
      Network network)
      throws ConfigException {
    if (config.admin().listen() != null) {
      network.listen(admin(config.admin().listen(), nodeIp, metrics));
    }
    for (Decoy<?> decoy : decoys) {
      var context = new DecoyContext(decoy.name(), identity, network, clock, nodeIp, pages);
      open(decoy, context);
      var started = new DecoyStarted(version, network.transport().id(), context.listeners());
      recorder.state(decoy.name(), started);
      List<String> listeners = context.listeners();
      LOG.info(
          "{} listens on {}",
          decoy.name(),
          listeners.isEmpty() ? "no port" : String.join(", ", listeners));
    }
  }

  private Service<Bytes, Bytes> admin(
      Endpoint endpoint, @Nullable String nodeIp, MetricsSink metrics) {
    return Admin.service(endpoint, config.admin(), pages, metrics, () -> ready, nodeIp, clock);
  }

  private <C extends Record> void open(Decoy<C> decoy, DecoyContext context)
      throws ConfigException {
    decoy.open(config.section(decoy.name(), decoy.configType()), context);
  }

  private void stop(Network network, Recorder recorder, JsonLinesSink lines) {
    ready = false;
    network.close();
    decoys.forEach(decoy -> recorder.state(decoy.name(), new DecoyStopped("told to stop")));
    try {
      if (!lines.close(GRACE)) {
        LOG.error("{} events could not be written before the end", lines.queued());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private Identity identity() {
    String seed = config.identity().seed();
    if (seed == null) {
      LOG.warn("identity.seed is not set: names, dates and planted credentials are new each start");
      seed = Identity.randomSeed();
    }
    return Identity.of(seed, config.identity().host());
  }

  private LineEncoder encoder(Identity identity, boolean pretty) {
    if (pretty) {
      return new PrettyLine();
    }
    Map<String, String> services =
        decoys.stream().collect(Collectors.toMap(Decoy::name, Decoy::service));
    String host = environment.getOrDefault("POD_NAME", identity.host());
    var origin = Origin.of(version, host, environment, config.events().labels());
    return new EcsLine(
        origin, services, config.events().credentials(), identity.bytes("credentials/hmac", 32));
  }

  private Map<String, List<AlertName>> alerts() {
    var alerts = new HashMap<String, List<AlertName>>();
    alerts.put(Admin.NAME, Admin.ALERTS);
    alerts.put("runtime", List.of());
    decoys.forEach(decoy -> alerts.put(decoy.name(), decoy.alerts()));
    return alerts;
  }

  private String processId() {
    return Long.toHexString(random.nextLong() | Long.MIN_VALUE);
  }

  private static boolean isTerminal() {
    return Objects.requireNonNull(System.console(), "null only before JDK 22").isTerminal();
  }
}
