package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.sink.Recorder;
import io.honeypods.decoy.sink.Recorder.Subject;
import org.jspecify.annotations.Nullable;

/** One peer's connection as its events know it. */
public final class Session {
  private final Recorder recorder;
  private final Subject subject;
  private final Flow flow;
  private final boolean quiet;

  Session(Recorder recorder, Service<?, ?> service, String id, Flow flow, boolean expected) {
    this.recorder = recorder;
    this.flow = flow;
    this.quiet = service.quiet();
    this.subject = new Subject(service.decoy(), service.alerts(), id, flow, expected);
  }

  /** Reports what happened in this session. */
  public void saw(Event event) {
    recorder.saw(subject, event);
  }

  boolean isQuiet() {
    return quiet;
  }

  public Flow flow() {
    return flow;
  }

  /** What joins all events of this session. */
  public @Nullable String id() {
    return subject.session();
  }
}
