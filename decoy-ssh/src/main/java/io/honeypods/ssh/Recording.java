package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a terminal showed, as <a href="https://docs.asciinema.org/manual/asciicast/v2/">asciicast
 * v2</a>, up to a budget.
 */
final class Recording {
  private static final int BUDGET = 512 * 1024;

  private final StringBuilder cast = new StringBuilder();
  private final InstantSource clock;
  private final Instant began;
  private final Consumer<byte[]> whole;
  private boolean over;

  /**
   * Begins a recording.
   *
   * @param whole is given all once it is over
   */
  Recording(int columns, int rows, InstantSource clock, Consumer<byte[]> whole) {
    this.clock = clock;
    this.began = clock.instant();
    this.whole = whole;
    cast.append(
        "{\"version\":2,\"width\":%d,\"height\":%d,\"timestamp\":%d}%n"
            .formatted(columns, rows, began.getEpochSecond()));
  }

  void output(String bytes) {
    if (over || cast.length() + bytes.length() > BUDGET) {
      return;
    }
    double at = Duration.between(began, clock.instant()).toMillis() / 1000.0;
    cast.append(String.format(Locale.ROOT, "[%.3f,\"o\",\"", at));
    escape(new String(bytes.getBytes(ISO_8859_1), UTF_8));
    cast.append("\"]\n");
  }

  /** Hands it over, once. */
  void close() {
    if (!over) {
      over = true;
      whole.accept(cast.toString().getBytes(UTF_8));
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> cast.append('\\').append(c);
        case '\n' -> cast.append("\\n");
        case '\r' -> cast.append("\\r");
        default -> {
          if (c < ' ' || c > 126) {
            cast.append("\\u%04x".formatted((int) c));
          } else {
            cast.append(c);
          }
        }
      }
    }
  }
}
