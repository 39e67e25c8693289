package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureDelayTest {
  private static final FailureDelay DELAY = new FailureDelay(Bytes.ofLatin1("12345678"));

  @ParameterizedTest
  @ValueSource(strings = {"root", "admin", "oracle", ""})
  void isTheUsersOwnDoubledUntilItIsLonger(String user) {
    Duration own = DELAY.of(user, Duration.ZERO);

    assertThat(own).isBetween(Duration.ofNanos(5_000_000), Duration.ofNanos(9_294_968));
    assertThat(DELAY.of(user, own)).isEqualTo(own);
    assertThat(DELAY.of(user, own.plusNanos(1))).isEqualTo(own.multipliedBy(2));
    assertThat(DELAY.of(user, Duration.ofSeconds(2)))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2))
        .isIn(own.multipliedBy(256), own.multipliedBy(512));
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "admin"})
  void isAnotherOneAtAnotherStart(String user) {
    var other = new FailureDelay(Bytes.ofLatin1("87654321"));

    assertThat(other.of(user, Duration.ZERO)).isNotEqualTo(DELAY.of(user, Duration.ZERO));
  }
}
