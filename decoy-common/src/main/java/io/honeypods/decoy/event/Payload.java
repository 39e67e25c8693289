package io.honeypods.decoy.event;

/**
 * Bytes from a peer, kept up to a bound.
 *
 * @param kept the first of them
 * @param length how many there were
 * @param sha256 the digest of all of them, in hex
 */
public record Payload(Bytes kept, long length, String sha256) {
  /** Bytes kept where nothing else is said: as base64 they still fit an event line. */
  public static final int LIMIT = 2048;

  public static final Payload EMPTY = of(Bytes.EMPTY);

  public static Payload of(Bytes whole) {
    return new Payload(
        whole.slice(0, Math.min(LIMIT, whole.length())), whole.length(), whole.sha256());
  }
}
