package io.honeypods.mysql.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How text is encoded and compared.
 *
 * @param maxBytes the most that a character takes
 * @param isDefault whether it is the one of its character set
 */
record Collation(int id, String name, String charset, int maxBytes, boolean isDefault) {
  private static final Map<String, Collation> BY_NAME = read();
  private static final List<Collation> ALL = List.copyOf(BY_NAME.values());
  private static final Map<Integer, Collation> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Collation::id, each -> each));
  private static final Map<String, Collation> DEFAULTS =
      ALL.stream()
          .filter(Collation::isDefault)
          .collect(Collectors.toUnmodifiableMap(Collation::charset, each -> each));

  static final Collation BINARY = named("binary");
  static final Collation DEFAULT = named("utf8mb4_0900_ai_ci");
  static final Collation UTF8MB3 = named("utf8mb3_general_ci");
  static final Collation UTF8MB3_BIN = named("utf8mb3_bin");
  static final Collation UTF8MB4_BIN = named("utf8mb4_bin");

  /** The collation of that name, or null; {@code utf8_} is {@code utf8mb3_}. */
  static @Nullable Collation find(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return BY_NAME.get(key.startsWith("utf8_") ? "utf8mb3_" + key.substring(5) : key);
  }

  /** The default collation of a character set, or null. */
  static @Nullable Collation ofCharset(String charset) {
    String key = charset.toLowerCase(Locale.ROOT);
    return DEFAULTS.get(key.equals("utf8") ? "utf8mb3" : key);
  }

  /** The collation of that number, or null. */
  static @Nullable Collation ofId(int id) {
    return BY_ID.get(id);
  }

  static List<Collation> all() {
    return ALL;
  }

  boolean isBinary() {
    return id == 63;
  }

  /** Whether what is compared is the code of each character. */
  boolean isByCode() {
    return name.endsWith("_bin") || isBinary();
  }

  /** Whether capitals and accents make a difference. */
  boolean isCaseSensitive() {
    return name.endsWith("_bin") || name.endsWith("_cs") || isBinary();
  }

  private static Collation named(String name) {
    return Objects.requireNonNull(BY_NAME.get(name), name);
  }

  private static Map<String, Collation> read() {
    var found = new HashMap<String, Collation>();
    try (var in =
            Objects.requireNonNull(
                Collation.class.getResourceAsStream("collations.tsv"), "collations.tsv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        found.put(
            cells[1],
            new Collation(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                Integer.parseInt(cells[3]),
                cells[4].equals("Yes")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
