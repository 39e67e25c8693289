package io.honeypods.decoy.net;

import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.sink.Recorder;
import io.honeypods.decoy.sink.Recorder.Subject;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event loops and listeners of one process, and the limits they share. */
public final class Network implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Network.class);

  /** Descriptors for these are among those that {@link FileLimit} holds back. */
  private static final int QUIET_CONNECTIONS = 64;

  private final Transport transport;
  private final LimitsConfig limits;
  private final ExpectedSources expected;
  private final Recorder recorder;
  private final RandomGenerator random;
  private final Admission admission;
  private final Admission quietAdmission;
  private final Holdings holdings;
  private final EventLoopGroup loops;
  private final ChannelGroup sessions = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final List<TcpListener> listeners = new ArrayList<>();
  private final List<AutoCloseable> others = new ArrayList<>();
  private volatile boolean closing;

  public Network(
      LimitsConfig limits, ExpectedSources expected, Recorder recorder, RandomGenerator random) {
    this(Transport.best(), limits, expected, recorder, random);
  }

  Network(
      Transport transport,
      LimitsConfig limits,
      ExpectedSources expected,
      Recorder recorder,
      RandomGenerator random) {
    this.transport = transport;
    this.limits = limits;
    this.expected = expected;
    this.recorder = recorder;
    this.random = random;
    this.admission = new Admission(FileLimit.allow(limits.connections()), limits, System::nanoTime);
    this.quietAdmission = new Admission(QUIET_CONNECTIONS, limits, System::nanoTime);
    this.holdings = new Holdings(limits.unfinishedBytes().bytes());
    int threads = limits.loops() > 0 ? limits.loops() : Runtime.getRuntime().availableProcessors();
    this.loops =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("worker", true), transport.ioHandler());
    loops.scheduleWithFixedDelay(admission::forgetIdle, 1, 1, TimeUnit.SECONDS);
    loops.scheduleWithFixedDelay(quietAdmission::forgetIdle, 1, 1, TimeUnit.SECONDS);
    LOG.info("transport {} with {} event loops", transport.id(), threads);
  }

  /**
   * Opens a listener.
   *
   * @throws PortInUseException if the address is taken or not ours
   */
  public TcpListener listen(Service<?, ?> service) {
    var listener = TcpListener.open(this, service);
    listeners.add(listener);
    return listener;
  }

  public Transport transport() {
    return transport;
  }

  /** Records what a decoy saw outside of any session. */
  public void saw(
      String decoy, List<AlertName> alerts, @Nullable Flow flow, boolean expected, Event event) {
    recorder.saw(new Subject(decoy, alerts, null, flow, expected), event);
  }

  /** Whether the operator said that the source of a flow may come. */
  public boolean expects(Flow flow) {
    return expected.match(flow);
  }

  /** Whether the operator expects any source at all. */
  public boolean expectsAnybody() {
    return !expected.sources().isEmpty();
  }

  /** Has something closed together with this, before anything else. */
  public void onClose(AutoCloseable resource) {
    others.add(resource);
  }

  /** Stops listening and ends all sessions. */
  @Override
  public void close() {
    closing = true;
    others.forEach(Network::closeQuietly);
    listeners.forEach(TcpListener::close);
    sessions.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.error("{} could not be closed", resource, e);
    }
  }

  LimitsConfig limits() {
    return limits;
  }

  ExpectedSources expected() {
    return expected;
  }

  Recorder recorder() {
    return recorder;
  }

  Admission admission() {
    return admission;
  }

  /** Who is let in to a service: a crowd at a decoy keeps nobody from the quiet ones. */
  Admission admission(Service<?, ?> service) {
    return service.quiet() ? quietAdmission : admission;
  }

  Holdings holdings() {
    return holdings;
  }

  /** The open channels: loops that shut down close them without a word on NIO. */
  ChannelGroup sessions() {
    return sessions;
  }

  EventLoopGroup loops() {
    return loops;
  }

  boolean isClosing() {
    return closing;
  }

  synchronized String newSessionId() {
    return Long.toHexString(random.nextLong() | Long.MIN_VALUE);
  }
}
