package io.honeypods.ssh;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The stream that deflated payloads of one direction make together. */
final class InflatedPayload {
  private static final int STEP = 4096;

  private final Inflater inflater = new Inflater();

  /** The next payload; null where it is not one of at most {@code limit} bytes. */
  byte @Nullable [] inflate(byte[] deflated, int limit) {
    inflater.setInput(deflated);
    byte[] out = new byte[STEP];
    int length = 0;
    try {
      int got = inflater.inflate(out);
      while (got > 0) {
        length += got;
        if (length > limit) {
          return null;
        }
        out = length == out.length ? Arrays.copyOf(out, length * 2) : out;
        got = inflater.inflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } catch (DataFormatException _) {
      return null;
    }
  }

  /** Frees what is not on the heap. */
  void close() {
    inflater.end();
  }
}
