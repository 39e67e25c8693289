package io.honeypods.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the decoys have counted, by the alert that it raises. */
final class Counters {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^decoy_events_total\\{[^}]*\\balert=\"([^\"]+)\"[^}]*} (\\S+)$");

  private final List<URI> pages;
  private final @Nullable String token;

  Counters(List<URI> pages, @Nullable String token) {
    this.pages = List.copyOf(pages);
    this.token = token;
  }

  /** The sum of all pages; nothing where there is none. */
  Map<String, Double> byRule() throws IOException {
    var counts = new HashMap<String, Double>();
    for (URI page : pages) {
      Matcher sample = SAMPLE.matcher(read(page));
      while (sample.find()) {
        counts.merge(sample.group(1), Double.valueOf(sample.group(2)), Double::sum);
      }
    }
    return counts;
  }

  /** Whether a count goes up soon. */
  boolean awaitMore(String rule, double than) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (byRule().getOrDefault(rule, 0.0) > than) {
          return true;
        }
      } catch (IOException _) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return false;
  }

  private String read(URI page) throws IOException {
    var connection = (HttpURLConnection) page.toURL().openConnection();
    connection.setConnectTimeout((int) PATIENCE.toMillis());
    connection.setReadTimeout((int) PATIENCE.toMillis());
    if (token != null) {
      connection.setRequestProperty("Authorization", "Bearer " + token);
    }
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException(page + " answered " + status + " (expected 200)");
    }
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }
}
