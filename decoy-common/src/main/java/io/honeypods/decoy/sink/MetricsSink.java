package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.honeypods.decoy.event.Event.ConnectionShed;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Observation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts observations; every series stands at 0 from the start. */
public final class MetricsSink implements EventSink {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, DecoyMeters> decoys = new HashMap<>();
  private final EnumMap<EventKind, Counter> lost = new EnumMap<>(EventKind.class);
  private final RecentSources sources;
  private LongSupplier written = () -> 0;

  /**
   * A sink with its own registry.
   *
   * @param alerts what each decoy raises, by its name
   * @param sourcesCapacity rows of {@code decoy_source_last_seen_timestamp_seconds}; 0 for none
   */
  public MetricsSink(
      Map<String, List<AlertName>> alerts, int sourcesCapacity, InstantSource clock) {
    registry
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time")) // in ns, not in seconds
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count")); // a gauge called count
    sources = new RecentSources(sourcesCapacity, clock);
    alerts.forEach((decoy, raised) -> decoys.put(decoy, new DecoyMeters(registry, decoy, raised)));
    for (EventKind kind : EventKind.values()) {
      lost.put(kind, eventsLost(kind));
    }
    registerSources();
  }

  @Override
  public void accept(Observation seen) {
    DecoyMeters meters = decoys.get(seen.decoy());
    if (meters == null) {
      return;
    }
    Event event = seen.event();
    meters.count(event.kind(), seen.expected() ? null : first(seen.alerts()));
    switch (event) {
      case ConnectionOpened _ -> meters.opened();
      case ConnectionClosed e -> meters.closed(e);
      case ConnectionShed e -> meters.shed(e);
      case LoginAttempted e -> meters.login(e);
      case InputMalformed _ -> meters.malformed();
      case Event _ -> {}
    }
    Flow flow = seen.flow();
    if (flow != null && !seen.expected()) {
      for (AlertName alert : seen.alerts()) {
        sources.saw(seen.decoy(), alert.id(), flow.source().ip(), seen.time());
      }
    }
  }

  /** Counts events that no line was written for. */
  public void lost(EventKind kind, long count) {
    Counter counter = lost.get(kind);
    if (counter != null) {
      counter.increment((double) count);
    }
  }

  /** Shows how many events wait to be written, and how many were. */
  public void observeQueue(LongSupplier queued, LongSupplier written) {
    Gauge.builder("decoy.events.queued", queued::getAsLong)
        .description("Events that wait to be written")
        .register(registry);
    this.written = written; // a meter alone holds what it looks at weakly
    FunctionCounter.builder("decoy.events.written", this, sink -> sink.written.getAsLong())
        .description("Event lines written to stdout")
        .register(registry);
  }

  /** Shows how the process does: apart from the rest, since it takes a while to find out. */
  public void observeProcess(String version) {
    Gauge.builder("decoy.build.info", () -> 1)
        .description("The version that runs")
        .tag("version", version)
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    bindGc();
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /**
   * All metrics as text.
   *
   * @param accept an HTTP {@code Accept} header: OpenMetrics where it asks for that, else the
   *     Prometheus text format
   */
  public String scrape(@Nullable String accept) {
    return registry.scrape(contentType(accept));
  }

  /** The content type that {@link #scrape} answers with. */
  public static String contentType(@Nullable String accept) {
    return accept != null && accept.contains("application/openmetrics-text")
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";
  }

  private static @Nullable AlertName first(List<AlertName> alerts) {
    return alerts.isEmpty() ? null : alerts.getFirst();
  }

  private Counter eventsLost(EventKind kind) {
    return Counter.builder("decoy.events.lost")
        .description("Events that could not be written")
        .tags(Tags.of("event", kind.id()))
        .register(registry);
  }

  private void registerSources() {
    registry.getPrometheusRegistry().register(sources);
    Gauge.builder("decoy.sources", sources, RecentSources::size)
        .description("Rows of the table of recent sources")
        .register(registry);
    FunctionCounter.builder("decoy.sources.dropped", sources, RecentSources::overflow)
        .description("Rows that made room for another before they expired")
        .register(registry);
  }

  @SuppressWarnings("resource") // lives as long as the process
  private void bindGc() {
    new JvmGcMetrics().bindTo(registry);
  }
}
