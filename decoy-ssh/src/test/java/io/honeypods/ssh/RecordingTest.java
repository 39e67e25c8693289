package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private final ManualClock clock = new ManualClock();
  private final List<String> casts = new ArrayList<>();

  private Recording begin() {
    return new Recording(80, 24, clock, cast -> casts.add(new String(cast, UTF_8)));
  }

  @Test
  void isAnAsciicast() {
    Recording recording = begin();
    recording.output("$ ");
    clock.advance(Duration.ofMillis(1500));
    recording.output("a\"\\\r\n\u001b[0m");
    recording.close();
    recording.close();

    assertThat(casts)
        .containsExactly(
            """
            {"version":2,"width":80,"height":24,"timestamp":1795348800}
            [0.000,"o","$ "]
            [1.500,"o","a\\"\\\\\\r\\n\\u001b[0m"]
            """);
  }

  @Test
  void endsAtItsBudget() {
    Recording recording = begin();
    for (int i = 0; i < 100; i++) {
      recording.output("x".repeat(10_000));
    }
    recording.close();

    assertThat(casts)
        .singleElement()
        .satisfies(cast -> assertThat(cast.length()).isBetween(400_000, 600_000));
  }
}
