package io.honeypods.decoy.config;

/** A number of bytes, written {@code 4MiB}, {@code 64KiB}, {@code 1GiB} or {@code 4096}. */
public record ByteSize(long bytes) {
  static final String EXPECTED = "a size";
  static final String EXAMPLES = " such as 64KiB, 4MiB or 4096";
  private static final String[] UNITS = {"", "KiB", "MiB", "GiB", "TiB"};
  private static final int MOST_DIGITS = 15;

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("size " + bytes + " (expected 0 or more)");
    }
  }

  /** Reads a size; {@link IllegalArgumentException} says what was expected. */
  public static ByteSize parse(String text) {
    int digits = Numbers.digits(text, 0);
    String unit = text.substring(digits);
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equals(unit) && 0 < digits && digits <= MOST_DIGITS) {
        long count = Long.parseLong(text.substring(0, digits));
        if (count <= Long.MAX_VALUE >> (10 * i)) {
          return new ByteSize(count << (10 * i));
        }
      }
    }
    throw new UnexpectedValueException(text, EXPECTED + EXAMPLES);
  }

  /** The size in its largest whole unit. */
  @Override
  public String toString() {
    int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length - 1);
    return (bytes >> (10 * unit)) + UNITS[unit];
  }
}
