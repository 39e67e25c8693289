package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Observation;
import java.util.List;

/** Takes every observation; never blocks, since event loops call it. */
@FunctionalInterface
public interface EventSink {
  void accept(Observation observation);

  /** One sink for several: each gets every observation, in the order given. */
  static EventSink all(EventSink... sinks) {
    var each = List.of(sinks);
    return observation -> {
      for (EventSink sink : each) {
        sink.accept(observation);
      }
    };
  }
}
