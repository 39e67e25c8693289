package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionShed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.EventKind;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.ShedReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The meters of one decoy, made once with all their labels. */
final class DecoyMeters {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(10),
    Duration.ofMillis(100),
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(1)
  };

  private record LoginLabels(LoginMethod method, Outcome outcome) {}

  private final MeterRegistry registry;
  private final String decoy;
  private final AtomicLong active = new AtomicLong();
  private final Counter connections;
  private final Counter received;
  private final Counter sent;
  private final Counter malformed;
  private final Timer duration;
  private final EventCounters events = new EventCounters();
  private final Map<LoginLabels, Counter> logins = new HashMap<>();
  private final Map<ShedReason, Counter> shed = new HashMap<>();

  DecoyMeters(MeterRegistry registry, String decoy, List<AlertName> alerts) {
    this.registry = registry;
    this.decoy = decoy;
    connections = counter("decoy.connections", "Connections accepted");
    received = counter("decoy.received.bytes", "Payload bytes from peers, counted at the end");
    sent = counter("decoy.sent.bytes", "Payload bytes to peers, counted at the end");
    malformed = counter("decoy.parse.failures", "Inputs that their protocol does not allow");
    duration = sessionDuration();
    registerEvents(alerts);
    registerLogins();
    for (ShedReason reason : ShedReason.values()) {
      shed.put(reason, counter("decoy.shed.connections", "Turned away", "reason", reason.id()));
    }
    Gauge.builder("decoy.active.sessions", active, AtomicLong::get)
        .description("Sessions that are open")
        .tag("decoy", decoy)
        .register(registry);
  }

  void count(EventKind kind, @Nullable AlertName alert) {
    increment(events.get(kind, alert), 1);
  }

  void opened() {
    connections.increment();
    active.incrementAndGet();
  }

  void closed(ConnectionClosed event) {
    active.decrementAndGet();
    received.increment((double) event.received());
    sent.increment((double) event.sent());
    duration.record(event.duration());
  }

  void shed(ConnectionShed event) {
    increment(shed.get(event.reason()), event.count());
  }

  void login(LoginAttempted event) {
    increment(logins.get(new LoginLabels(event.method(), event.outcome())), 1);
  }

  void malformed() {
    malformed.increment();
  }

  private void registerEvents(List<AlertName> alerts) {
    for (EventKind kind : EventKind.values()) {
      events.put(kind, null, event(kind, ""));
      alerts.forEach(alert -> events.put(kind, alert, event(kind, alert.id())));
    }
    EventKind kind = EventKind.PLANTED_CREDENTIAL_USED;
    AlertName alert = AlertName.PLANTED_CREDENTIAL;
    events.put(kind, alert, event(kind, alert.id()));
  }

  private void registerLogins() {
    for (LoginMethod method : LoginMethod.values()) {
      for (Outcome outcome : Outcome.values()) {
        logins.put(
            new LoginLabels(method, outcome),
            counter(
                "decoy.logins",
                "Credentials presented",
                "method",
                method.id(),
                "outcome",
                outcome.id()));
      }
    }
  }

  private Counter event(EventKind kind, String alert) {
    return counter("decoy.events", "Events by kind and alert", "event", kind.id(), "alert", alert);
  }

  private Counter counter(String name, String description, String... labels) {
    return Counter.builder(name)
        .description(description)
        .tag("decoy", decoy)
        .tags(labels)
        .register(registry);
  }

  private Timer sessionDuration() {
    return Timer.builder("decoy.session.duration")
        .description("How long sessions lasted")
        .tag("decoy", decoy)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private static void increment(@Nullable Counter counter, long count) {
    if (counter != null) {
      counter.increment((double) count);
    }
  }
}
