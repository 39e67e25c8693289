package io.honeypods.decoy.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text from a peer, cut to a bound.
 *
 * @param value at most {@link #LIMIT} characters of it
 * @param length how many characters the peer sent
 * @param sha256 the digest of the whole in hex where it was cut, else null
 */
public record Text(String value, int length, @Nullable String sha256) {
  /** Characters kept of one piece; an event line holds no more anyway. */
  public static final int LIMIT = 4096;

  public static final Text EMPTY = new Text("", 0, null);

  public static Text of(String whole) {
    return of(whole, LIMIT);
  }

  /** The first {@code limit} characters of a text, its true length and, if cut, its digest. */
  public static Text of(String whole, int limit) {
    if (whole.length() <= limit) {
      return whole.isEmpty() ? EMPTY : new Text(whole, whole.length(), null);
    }
    return new Text(whole.substring(0, limit), whole.length(), digest(whole));
  }

  public boolean isCut() {
    return value.length() < length;
  }

  /** Latin-1 text stands for the peer's own bytes, which are what is digested. */
  private static String digest(String whole) {
    boolean bytes = whole.chars().allMatch(c -> c <= 0xff);
    return Digests.sha256(whole.getBytes(bytes ? ISO_8859_1 : UTF_8));
  }
}
