package io.honeypods.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session written down, one line for each of:
 *
 * <pre>
 * # a comment
 * {@literal @} whole          holds only for bytes that arrive so, as {@link Fragments} names it
 * C: GET / HTTP/1.0\r\n   what the peer sends; consecutive lines are sent together
 * C! finishes          the peer will send no more
 * C! waits 60s         the peer says nothing until our patience, so long, is over
 * C! leaves            the peer is gone
 * S: HTTP/1.1 200 OK\r\n  what we answered, a line for each of the text's lines
 * S! delays 2s         that an answer was held back
 * E: request GET /     what we reported, as {@link EventLine} words it
 * S! hangs up          how we ended: that, {@code lingers} or {@code resets}
 * </pre>
 *
 * After each turn of the peer's come our {@code S:}, {@code S! delays}, {@code E:} and ending, in
 * this order; a decoy that speaks first begins with {@code S:}. Bytes are escaped as by {@link
 * Escapes}. A transcript lies in {@code src/test/resources/transcripts/} and ends when we hang up
 * or the peer leaves.
 */
public final class Transcript {
  private static final String FOLDER = "/transcripts";

  private final String name;
  private final List<String> lines;

  private Transcript(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  /** A transcript from its text. */
  public static Transcript of(String name, String text) {
    return new Transcript(
        name, text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
  }

  /** All transcripts beside the tests of {@code owner}'s module, by name. */
  public static List<Transcript> all(Class<?> owner) {
    URL folder = owner.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("no " + FOLDER + " beside " + owner);
    }
    try (Stream<Path> files = Files.list(Path.of(uri(folder)))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Transcript::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plays it at all {@link Fragments} it holds for; every line must be as written. */
  public <I, O> void check(Protocol<I, O> protocol) {
    List<String> expected = lines.stream().filter(line -> !line.startsWith("@")).toList();
    List<Outcome> outcomes =
        fragments().stream()
            .map(
                fragments -> {
                  var played = new TranscriptPlayer<>(protocol.begin(), fragments);
                  played.play(expected);
                  assertThat(String.join("\n", played.lines()))
                      .as("transcript %s, %s", name, fragments)
                      .isEqualTo(String.join("\n", expected));
                  return played.outcome();
                })
            .toList();
    assertThat(outcomes).as("outcomes of transcript %s", name).containsOnly(outcomes.getFirst());
  }

  private List<Fragments> fragments() {
    List<String> wanted =
        lines.stream().filter(line -> line.startsWith("@")).map(line -> line.substring(2)).toList();
    List<Fragments> chosen =
        Fragments.all().stream()
            .filter(one -> wanted.isEmpty() || wanted.contains(one.toString()))
            .toList();
    assertThat(chosen).as("fragments %s of transcript %s", wanted, name).isNotEmpty();
    return chosen;
  }

  private static Transcript read(Path file) {
    String name = file.getFileName().toString();
    try {
      return of(name.substring(0, name.lastIndexOf('.')), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url.toString(), e);
    }
  }

  /** Its file's name without the extension. */
  @Override
  public String toString() {
    return name;
  }
}
