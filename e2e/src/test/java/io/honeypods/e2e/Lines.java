package io.honeypods.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** The lines of a stream as a thread of its own reads them. */
final class Lines {
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  Lines(InputStream in, String name) {
    reader = Thread.ofPlatform().name(name).daemon().start(() -> read(in));
  }

  synchronized List<String> from(int index) {
    return List.copyOf(lines.subList(Math.min(index, lines.size()), lines.size()));
  }

  List<String> all() {
    return from(0);
  }

  synchronized int count() {
    return lines.size();
  }

  /** Waits for the stream's end. */
  void join() throws InterruptedException {
    reader.join();
  }

  private void read(InputStream in) {
    try (var text = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(" + e + ")");
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
  }
}
