package io.honeypods.decoy.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.CloseReason;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ConnectionClosed;
import io.honeypods.decoy.event.Event.ConnectionOpened;
import io.honeypods.decoy.event.Flow;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All flows of the samples have one source port, and so one place in what is kept. */
class FlowFieldsTest {
  private static final Event OPENED = new ConnectionOpened(null, null);
  private static final Flow FIRST = Samples.flow("10.244.1.7", "10.244.2.9");
  private static final Flow SECOND = Samples.flow("2001:db8::7", "2001:db8::9");

  private final EcsLine encoder =
      new EcsLine(
          new Origin("0.1", "console", null, null, null, null, Map.of()),
          Map.of(),
          CredentialsMode.PLAIN,
          new byte[32]);

  @Test
  void flowsInOnePlaceAreNotMixedUp() {
    assertThat(ends(OPENED, FIRST)).isEqualTo("10.244.1.7 10.244.2.9 ipv4");
    assertThat(ends(OPENED, SECOND)).isEqualTo("2001:db8:0:0:0:0:0:7 2001:db8:0:0:0:0:0:9 ipv6");
    assertThat(ends(OPENED, FIRST)).isEqualTo("10.244.1.7 10.244.2.9 ipv4");
  }

  @Test
  void theEndOfASessionCountsItsBytes() {
    encode(OPENED, FIRST);
    var closed = new ConnectionClosed(CloseReason.PEER_CLOSED, Duration.ofMillis(1), 12, 34);
    JsonNode line = encode(closed, FIRST);
    assertThat(line.at("/source/bytes").asInt()).isEqualTo(12);
    assertThat(line.at("/destination/bytes").asInt()).isEqualTo(34);
    assertThat(encode(OPENED, FIRST).at("/source").has("bytes")).isFalse();
  }

  private String ends(Event event, Flow flow) {
    JsonNode line = encode(event, flow);
    return String.join(
        " ",
        line.at("/source/ip").asString(),
        line.at("/destination/ip").asString(),
        line.at("/network/type").asString());
  }

  private JsonNode encode(Event event, Flow flow) {
    return new JsonMapper().readTree(encoder.encode(Samples.observation(event, flow, false)));
  }
}
