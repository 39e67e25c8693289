package io.honeypods.web;

/**
 * Reads the framing between chunks a byte at a time: {@code CRLF size [;extension] CRLF}, and the
 * trailer after the last.
 */
final class ChunkSize {
  private static final long MAX = Long.MAX_VALUE >> 4;

  /** What a byte of framing leads to. */
  enum Next {
    MORE,
    DATA,
    END,
    BROKEN
  }

  private enum State {
    FIRST_DIGIT,
    SIZE,
    EXTENSION,
    SIZE_LINE_FEED,
    AFTER_DATA,
    AFTER_DATA_LINE_FEED,
    TRAILER,
    TRAILER_LINE,
    TRAILER_LINE_LINE_FEED,
    LAST_LINE_FEED
  }

  private State state = State.FIRST_DIGIT;
  private long size;

  /** Bytes of the chunk that follows {@link Next#DATA}. */
  long size() {
    return size;
  }

  Next accept(byte b) {
    return switch (state) {
      case FIRST_DIGIT -> {
        size = 0;
        yield digit(b);
      }
      case SIZE -> afterSize(b);
      case EXTENSION ->
          switch (b) {
            case '\r' -> to(State.SIZE_LINE_FEED);
            case '\n' -> endSize();
            default -> Next.MORE;
          };
      case SIZE_LINE_FEED -> b == '\n' ? endSize() : Next.BROKEN;
      case AFTER_DATA ->
          switch (b) {
            case '\r' -> to(State.AFTER_DATA_LINE_FEED);
            case '\n' -> to(State.FIRST_DIGIT);
            default -> Next.BROKEN;
          };
      case AFTER_DATA_LINE_FEED -> b == '\n' ? to(State.FIRST_DIGIT) : Next.BROKEN;
      case TRAILER ->
          switch (b) {
            case '\r' -> to(State.LAST_LINE_FEED);
            case '\n' -> Next.END;
            default -> to(State.TRAILER_LINE);
          };
      case TRAILER_LINE ->
          switch (b) {
            case '\r' -> to(State.TRAILER_LINE_LINE_FEED);
            case '\n' -> to(State.TRAILER);
            default -> Next.MORE;
          };
      case TRAILER_LINE_LINE_FEED -> b == '\n' ? to(State.TRAILER) : Next.BROKEN;
      case LAST_LINE_FEED -> b == '\n' ? Next.END : Next.BROKEN;
    };
  }

  private Next digit(byte b) {
    int digit = Character.digit(b, 16);
    if (digit < 0 || size > MAX) {
      return Next.BROKEN;
    }
    size = (size << 4) | digit;
    return to(State.SIZE);
  }

  private Next afterSize(byte b) {
    return switch (b) {
      case '\r' -> to(State.SIZE_LINE_FEED);
      case '\n' -> endSize();
      case ';', ' ', '\t' -> to(State.EXTENSION);
      default -> digit(b);
    };
  }

  private Next endSize() {
    if (size == 0) {
      return to(State.TRAILER);
    }
    if (size > Long.MAX_VALUE - 5) {
      return Next.BROKEN;
    }
    state = State.AFTER_DATA;
    return Next.DATA;
  }

  private Next to(State next) {
    state = next;
    return Next.MORE;
  }
}
