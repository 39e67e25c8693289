package io.honeypods.decoy.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.LimitsConfig;
import io.honeypods.decoy.event.ShedReason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final InetAddress A = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress B = InetAddress.ofLiteral("10.0.0.2");

  private final AtomicLong now = new AtomicLong(-5 * SECOND);

  @Test
  void theCapForAllHolds() {
    Admission admission = admission(2, 10, 10);
    assertThat(admission.admit(A)).isNull();
    assertThat(admission.admit(B)).isNull();
    assertThat(admission.admit(B)).isEqualTo(ShedReason.CONNECTIONS);
    admission.release(A);
    assertThat(admission.admit(B)).isNull();
    assertThat(admission.open()).isEqualTo(2);
  }

  @Test
  void theCapOfASourceHoldsForThatSource() {
    Admission admission = admission(10, 2, 10);
    admission.admit(A);
    admission.admit(A);
    assertThat(admission.admit(A)).isEqualTo(ShedReason.PER_SOURCE);
    assertThat(admission.admit(B)).isNull();
    admission.release(A);
    assertThat(admission.admit(A)).isNull();
    assertThat(admission.open()).isEqualTo(3);
  }

  @Test
  void theRateOfASourceIsOfASecond() {
    Admission admission = admission(10, 10, 2);
    admission.admit(A);
    admission.release(A);
    admission.admit(A);
    admission.release(A);
    assertThat(admission.admit(A)).isEqualTo(ShedReason.PER_SOURCE_RATE);
    now.addAndGet(SECOND - 1);
    assertThat(admission.admit(A)).isEqualTo(ShedReason.PER_SOURCE_RATE);
    now.incrementAndGet();
    assertThat(admission.admit(A)).isNull();
  }

  @Test
  void whoIsTurnedAwayHoldsNothing() {
    Admission admission = admission(10, 1, 10);
    admission.admit(A);
    admission.admit(A);
    admission.release(A);
    assertThat(admission.open()).isZero();
  }

  @Test
  void anIdleSourceIsForgottenAfterASecond() {
    Admission admission = admission(10, 10, 10);
    admission.admit(A);
    admission.admit(B);
    admission.release(A);
    admission.forgetIdle();
    assertThat(admission.sources()).isEqualTo(2);
    now.addAndGet(SECOND);
    admission.forgetIdle();
    assertThat(admission.sources()).isEqualTo(1);
    admission.release(B);
    assertThat(admission.sources()).isZero();
  }

  @Test
  void sourcesThatComeAndGoAreBounded() throws UnknownHostException {
    Admission admission = admission(10, 10, 10);
    for (int i = 0; i < 70_000; i++) {
      var source =
          InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i});
      admission.admit(source);
      admission.release(source);
    }
    assertThat(admission.sources()).isLessThanOrEqualTo(65_537);
    assertThat(admission.open()).isZero();
  }

  @Test
  void aSourceThatWasForgottenComesBack() {
    Admission admission = admission(10, 10, 10);
    admission.admit(A);
    now.addAndGet(SECOND);
    admission.release(A);
    assertThat(admission.sources()).isZero();
    assertThat(admission.admit(A)).isNull();
  }

  private Admission admission(int connections, int perSource, int rate) {
    var limits =
        new LimitsConfig(
            connections,
            perSource,
            rate,
            new ByteSize(1024),
            new ByteSize(1024),
            Duration.ZERO,
            Duration.ZERO,
            0,
            1);
    return new Admission(connections, limits, now::get);
  }
}
