package io.honeypods.decoy.event;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** Adds up a stream of bytes into a {@link Payload}: counts and digests all, keeps the first. */
public final class Capture {
  private final MessageDigest digest = Digests.sha256();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
  private final int limit;
  private long length;

  public Capture(int limit) {
    this.limit = limit;
  }

  public Capture() {
    this(Payload.LIMIT);
  }

  public void add(Bytes part) {
    digest.update(part.asByteBuffer());
    kept.writeBytes(part.slice(0, Math.min(part.length(), limit - kept.size())).toByteArray());
    length += part.length();
  }

  public long length() {
    return length;
  }

  /** What was captured; nothing can be added afterwards. */
  public Payload payload() {
    return new Payload(Bytes.of(kept.toByteArray()), length, Digests.hex(digest.digest()));
  }
}
