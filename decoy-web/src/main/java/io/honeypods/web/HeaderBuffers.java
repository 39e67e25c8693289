package io.honeypods.web;

/**
 * Accounts for the buffers in which nginx would hold a head, without holding anything: one of 1 KiB
 * and then up to four of 8 KiB. A line that does not fit one moves to the next as far as it was
 * read, and what it leaves is lost.
 */
final class HeaderBuffers {
  static final int LARGE = 8192;
  private static final int FIRST = 1024;
  private static final int MAX_LARGE = 4;

  private int size = FIRST;
  private int used;
  private int large;

  /** One more byte; returns false if there is no room for what is to follow. */
  boolean add(int unfinishedLine) {
    used++;
    if (used < size) {
      return true;
    }
    if (unfinishedLine >= LARGE || large == MAX_LARGE) {
      return false;
    }
    large++;
    size = LARGE;
    used = unfinishedLine;
    return true;
  }

  /** Whether the last byte added would be the last of its buffer. */
  boolean isFullAfterNext() {
    return used + 1 == size;
  }

  /** One more byte of empty lines before the request, which cost nothing. */
  void addEmpty() {
    used = used + 1 == size ? 0 : used + 1;
  }
}
