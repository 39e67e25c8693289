package io.honeypods.ipenum;

import io.honeypods.decoy.Decoy;
import io.honeypods.decoy.DecoyContext;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Problem;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Flow;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pod that offers nothing, and reports whoever looks for something there. */
public final class IpenumDecoy implements Decoy<IpenumConfig> {
  static final String NAME = "ipenum";

  private static final Logger LOG = LoggerFactory.getLogger(IpenumDecoy.class);
  private static final List<AlertName> ALERTS =
      List.of(AlertName.IP_ENUM, AlertName.PORT_SCAN, AlertName.NETWORK_SSH);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String service() {
    return "host";
  }

  @Override
  public List<AlertName> alerts() {
    return ALERTS;
  }

  @Override
  public Class<IpenumConfig> configType() {
    return IpenumConfig.class;
  }

  @Override
  public void open(IpenumConfig config, DecoyContext context) throws ConfigException {
    config.tripwirePorts().forEach(port -> context.listen(Tripwire.service(port)));
    switch (config.mode()) {
      case RAW -> openRaw(config, context);
      case COUNTERS -> openCounters(context);
      case AUTO -> openBest(config, context);
    }
  }

  private static void openRaw(IpenumConfig config, DecoyContext context) throws ConfigException {
    try {
      raw(config, context);
    } catch (IOException | UnsupportedOperationException | LinkageError e) {
      throw unusable("mode", "raw", "packets that can be read: " + why(e));
    }
  }

  private static void openBest(IpenumConfig config, DecoyContext context) throws ConfigException {
    try {
      raw(config, context);
    } catch (IOException | UnsupportedOperationException | LinkageError e) {
      LOG.warn(
          "packets cannot be read ({}): probes are counted, but without their source, ports and"
              + " tool; scans are not told from other probes",
          why(e));
      openCounters(context);
    }
  }

  private static String why(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static void raw(IpenumConfig config, DecoyContext context)
      throws IOException, ConfigException {
    PacketFilter filter = Watched.interfaces(config.interfaces()).with(openAlready());
    PacketRing ring = PacketRing.open(filter.program(), config.ring().bytes());
    Evidence evidence = evidence(config);
    context.adminPage(CapturePage.PATH, new CapturePage(evidence.recent()).page());
    Consumer<Report> reports = reports(context);
    long seed = context.identity().random("ipenum/table").nextLong();
    var teller = new Teller(reports, IpenumDecoy::tellUnnamed);
    var detector = new Detector(config.scan(), config.sources(), seed, expected(context), teller);
    context.onClose(RawSensor.start(ring, filter, detector, evidence, reports, context.clock()));
    LOG.info("{} reads packets", NAME);
  }

  /**
   * Whoever talks to these as we start is no prober; the sensor looks again, and says if it can't.
   */
  private static Set<Integer> openAlready() {
    try {
      return OpenPorts.read(OpenPorts.NONE).all();
    } catch (IOException _) {
      return Set.of();
    }
  }

  private static void openCounters(DecoyContext context) throws ConfigException {
    try {
      context.onClose(CountersSensor.start(reports(context), context.clock()));
      LOG.info("{} reads the kernel's counters", NAME);
    } catch (IOException e) {
      throw unusable("mode", "counters", "counters that can be read: " + why(e));
    }
  }

  private static Evidence evidence(IpenumConfig config) throws ConfigException {
    if (config.capture() == null) {
      return Evidence.inMemory();
    }
    try {
      return Evidence.in(config.capture(), config.captureSize().bytes());
    } catch (IOException e) {
      throw unusable("capture", config.capture().toString(), "a directory to write to: " + e);
    }
  }

  private static Consumer<Report> reports(DecoyContext context) {
    return report -> context.saw(report.alerts(), report.flow(), report.event());
  }

  private static @Nullable Predicate<Flow> expected(DecoyContext context) {
    return context.expectsAnybody() ? context::expects : null;
  }

  private static void tellUnnamed(long sources) {
    LOG.warn("{} sources were too many at once to be named: their probes are summed up", sources);
  }

  static ConfigException unusable(String key, String got, String expected) {
    return new ConfigException(List.of(new Problem(NAME + "." + key, got, expected, null)));
  }
}
