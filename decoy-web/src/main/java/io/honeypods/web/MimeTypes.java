package io.honeypods.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Content types by file name extension, as nginx's own table has them. */
final class MimeTypes {
  private static final String DEFAULT = "application/octet-stream";
  private static final Map<String, String> BY_EXTENSION = load();

  private MimeTypes() {}

  /**
   * The type of a path by the extension of its last segment, upper or lower case; a dot at the
   * beginning of a name begins no extension.
   */
  static String of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? DEFAULT
        : BY_EXTENSION.getOrDefault(name.substring(dot + 1).toLowerCase(Locale.ROOT), DEFAULT);
  }

  private static Map<String, String> load() {
    var types = new HashMap<String, String>();
    try (var in = Objects.requireNonNull(MimeTypes.class.getResourceAsStream("mime-types.txt"))) {
      for (String line : new String(in.readAllBytes(), US_ASCII).split("\n", -1)) {
        List<String> words = List.of(line.split(" ", -1));
        if (!line.startsWith("#")) {
          words.stream().skip(1).forEach(extension -> types.put(extension, words.getFirst()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(types);
  }
}
