package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Conversation;
import org.junit.jupiter.api.Test;

class TripwireTest {

  @Test
  void saysNothingAndReportsTheFirst() {
    Conversation<Bytes, Bytes> state = new Tripwire(0);
    int seen = 0;
    for (int i = 0; i < 10; i++) {
      var step = state.receive(Bytes.ofLatin1("GET / HTTP/1.0\r\n"));
      assertThat(step.replies()).isEmpty();
      seen += step.seen().size();
      state = step.next();
    }

    assertThat(seen).isEqualTo(4);
  }
}
