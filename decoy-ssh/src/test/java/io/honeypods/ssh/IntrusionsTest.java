package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.TunnelRequested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intrusions run to their end, get believable answers and leave the events they should. */
class IntrusionsTest {
  private static final int LEAST = 30;

  /** One intrusion, a line each. */
  record Intrusion(String name, List<String> lines) {
    @Override
    public String toString() {
      return name;
    }

    List<String> of(String mark) {
      return lines.stream()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(mark.length()))
          .toList();
    }
  }

  static Stream<Intrusion> intrusions() throws IOException {
    try (var in =
        Objects.requireNonNull(IntrusionsTest.class.getResourceAsStream("intrusions.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^== ", -1))
          .skip(1)
          .map(
              each ->
                  new Intrusion(
                      each.lines().findFirst().orElse(""), each.lines().skip(1).toList()));
    }
  }

  @Test
  void areMany() throws IOException {
    assertThat(intrusions()).hasSizeGreaterThanOrEqualTo(LEAST);
  }

  @ParameterizedTest
  @MethodSource("intrusions")
  void runToTheirEnd(Intrusion intrusion) {
    TestMachine.Ran ran =
        TestMachine.run(SshProfile.DEBIAN13, "deploy", String.join("\n", intrusion.of("$ ")));

    assertThat(ran.over()).isTrue();
    assertThat(ran.out() + ran.err()).contains(intrusion.of("> "));
    assertThat(
            ran.events().stream()
                .filter(CommandReceived.class::isInstance)
                .flatMap(event -> ((CommandReceived) event).findings().stream())
                .map(finding -> finding.rule())
                .toList())
        .containsAll(intrusion.of("! "));
    assertThat(
            ran.events().stream()
                .filter(TunnelRequested.class::isInstance)
                .map(event -> ((TunnelRequested) event).host().value())
                .toList())
        .containsAll(intrusion.of("@ "));
  }
}
