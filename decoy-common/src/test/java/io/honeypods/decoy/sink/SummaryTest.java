package io.honeypods.decoy.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Event.DecoyStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void silentDecoySaysThatNoPortIsOpen() {
    assertThat(Summary.of(new DecoyStarted("1", "epoll", List.of())))
        .isEqualTo("listens on no port");
  }

  @Test
  void decoySaysWhereItListens() {
    assertThat(Summary.of(new DecoyStarted("1", "epoll", List.of("0.0.0.0:1", "0.0.0.0:2"))))
        .isEqualTo("listens on 0.0.0.0:1, 0.0.0.0:2");
  }
}
