package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import java.util.Base64;

/** A line of {@code authorized_keys} without options. */
final class AuthorizedKey {
  private AuthorizedKey() {}

  /** The public key of a line, as it goes over the wire. */
  static Bytes parse(String line) {
    String[] words = line.strip().split("\\s+", 3);
    if (words.length < 2) {
      throw new IllegalArgumentException("key \"" + line + "\" (expected: type base64 comment)");
    }
    byte[] blob = Base64.getDecoder().decode(words[1]);
    String type;
    try {
      type = new PayloadReader(blob).text();
    } catch (MalformedException e) {
      throw new IllegalArgumentException("key \"" + line + "\": " + e.getMessage(), e);
    }
    if (!type.equals(words[0])) {
      throw new IllegalArgumentException("key of type " + type + " (expected " + words[0] + ")");
    }
    return Bytes.of(blob);
  }
}
