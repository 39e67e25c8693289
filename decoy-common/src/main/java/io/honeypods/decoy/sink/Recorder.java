package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Observation;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns events into observations, in one order for all sinks. */
public final class Recorder {
  private final InstantSource clock;
  private final String process;
  private final EventSink sink;
  private long sequence;

  /**
   * A recorder for one process.
   *
   * @param process a random name of this process, the first part of every event's id
   */
  public Recorder(InstantSource clock, String process, EventSink sink) {
    this.clock = clock;
    this.process = process;
    this.sink = sink;
  }

  /** Records what a decoy saw of a peer. */
  public synchronized void saw(Subject subject, Event event) {
    sequence++;
    String id = process + "-" + sequence;
    sink.accept(
        new Observation(
            clock.instant(),
            sequence,
            id,
            subject.decoy(),
            subject.alertsOf(event),
            subject.session(),
            subject.flow(),
            subject.expected(),
            event));
  }

  /** Records our own state. */
  public void state(String decoy, Event event) {
    saw(new Subject(decoy, List.of(), null, null, false), event);
  }

  /** Whom and what an event is about. */
  public record Subject(
      String decoy,
      List<AlertName> alerts,
      @Nullable String session,
      @Nullable Flow flow,
      boolean expected) {
    public Subject {
      alerts = List.copyOf(alerts);
    }

    private List<AlertName> alertsOf(Event event) {
      return event instanceof Event.PlantedCredentialUsed
          ? List.of(AlertName.PLANTED_CREDENTIAL)
          : alerts;
    }
  }
}
