package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.decoy.event.Bytes;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * How long sshd takes to say no: five milliseconds and up to four that belong to the user, doubled
 * until it is more than the work took.
 *
 * @param secret what nobody can tell the users' part by; another at each start
 */
record FailureDelay(Bytes secret) {
  private static final long LEAST_NANOS = 5_000_000;
  private static final long UNITS_PER_NANO = 1000;

  Duration of(String user, Duration worked) {
    byte[] named = PayloadWriter.join(secret.toByteArray(), user.getBytes(ISO_8859_1));
    int hash = ByteBuffer.wrap(Randomness.digest("SHA-512").digest(named)).getInt();
    long delay = LEAST_NANOS + Integer.toUnsignedLong(hash) / UNITS_PER_NANO;
    while (delay < worked.toNanos()) {
      delay *= 2;
    }
    return Duration.ofNanos(delay);
  }
}
