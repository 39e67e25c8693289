package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Capture;
import io.honeypods.decoy.event.Payload;
import org.jspecify.annotations.Nullable;

/** The bytes of a head as evidence: the first are kept, and only a long head is digested. */
final class HeadBytes {
  private final Line block = new Line();
  private @Nullable Capture full;
  private int length;

  void add(byte b) {
    block.add(b);
    length++;
    if (block.length() == Payload.LIMIT) {
      full = full == null ? new Capture() : full;
      full.add(Bytes.ofLatin1(block.text()));
      block.clear();
    }
  }

  int length() {
    return length;
  }

  /** Forgets all, as nginx forgets empty lines before a request. */
  void clear() {
    block.clear();
    full = null;
    length = 0;
  }

  /** All of them and what follows; nothing can be added afterwards. */
  Payload with(Bytes rest) {
    Capture all = full == null ? new Capture() : full;
    all.add(Bytes.ofLatin1(block.text()));
    all.add(rest);
    return all.payload();
  }
}
