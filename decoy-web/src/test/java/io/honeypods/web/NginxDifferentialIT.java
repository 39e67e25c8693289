package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Holds our server against the real nginx, case by case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxDifferentialIT {
  private static final Path REPORT = Path.of("target", "nginx-differences.txt");
  private static final int SHOWN = 10;
  private static final int LOOKED_AT_AGAIN = 40;
  private static final int WARM_UP = 200;
  private static final boolean ROOT = System.getProperty("user.name").equals("root");
  private static final List<String> SEGMENTED =
      List.of(
          "get of a file",
          "head of a file",
          "get of an empty file",
          "get of a missing file",
          "get of a directory without its slash",
          "connection: none by 1.0",
          "0.9: GET",
          "0.9: missing",
          "range: (bytes=0-0)",
          "range: (bytes=0-1,2-3)",
          "range: (bytes=20-)",
          "conditions: 304 on the index",
          "line: lower-case method",
          "pipeline: three files",
          "pipeline: 404s",
          "pipeline: HEAD, HEAD, GET",
          "expect: GET",
          "path: /../x");

  private final DocumentRoot root = documentRoot();

  private static DocumentRoot documentRoot() {
    try {
      return DocumentRoot.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  void needNginx() {
    if (!RealNginx.installed()) {
      String reason = "NO /usr/sbin/nginx HERE: NOTHING IS COMPARED (apt-get install nginx-light)";
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      abort(reason);
    }
  }

  @AfterAll
  void removeRoot() throws IOException {
    root.close();
  }

  @Test
  void answersLikeNginx() throws Exception {
    List<NginxCase> cases =
        NginxCase.all().stream().filter(c -> !(ROOT && c.unprivileged())).toList();
    try (Served real = RealNginx.start(root.path());
        Served ours = OurNginx.start(root.path(), RealNginx.version())) {
      warmUp(cases, ours);
      judge(compare(cases, real, ours), Difference.allowed());
    }
  }

  @Test
  void cutsLikeNginx() throws Exception {
    try (Served real = RealNginx.start(root.path());
        Served ours = OurNginx.start(root.path(), RealNginx.version())) {
      assertThat(segments(ours)).isEqualTo(segments(real));
    }
  }

  /** Real nginx against itself: whatever differs here is a fault of the cases. */
  @Test
  @EnabledIfSystemProperty(named = "nginx.twice", matches = "true")
  void nginxAnswersLikeItself() throws Exception {
    try (Served one = RealNginx.start(root.path());
        Served other = RealNginx.start(root.path())) {
      judge(compare(NginxCase.all(), one, other), Map.of());
      assertThat(segments(one)).isEqualTo(segments(other));
    }
  }

  /** So that a JVM that has answered nobody yet is not taken for a silent server. */
  private static void warmUp(List<NginxCase> cases, Served ours) throws Exception {
    var answers = Playing.all(cases.subList(0, WARM_UP), ours, Pace.BRISK);
    assertThat(answers).hasSize(WARM_UP);
  }

  /** The cases that differ, and differ again when played with more leisure. */
  private static List<Difference> compare(List<NginxCase> cases, Served expected, Served actual)
      throws ExecutionException, InterruptedException {
    var differences = compare(cases, expected, actual, Pace.BRISK);
    if (differences.isEmpty() || differences.size() > LOOKED_AT_AGAIN) {
      return differences;
    }
    var again = differences.stream().map(Difference::what).toList();
    System.out.println("played again: " + again);
    return compare(again, expected, actual, Pace.CALM);
  }

  private static List<Difference> compare(
      List<NginxCase> cases, Served expected, Served actual, Pace pace)
      throws ExecutionException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> Playing.all(cases, expected, pace));
      var other = threads.submit(() -> Playing.all(cases, actual, pace));
      return Difference.between(cases, one.get(), other.get());
    }
  }

  private static Map<String, Integer> segments(Served server)
      throws ExecutionException, InterruptedException {
    var counts = new TreeMap<String, Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new HashMap<String, Future<Integer>>();
      for (NginxCase c : NginxCase.all()) {
        if (SEGMENTED.contains(c.name())) {
          running.put(c.name(), threads.submit(() -> Segments.of(c, server.address())));
        }
      }
      for (var one : running.entrySet()) {
        counts.put(one.getKey(), one.getValue().get());
      }
    }
    assertThat(counts).hasSameSizeAs(SEGMENTED);
    return counts;
  }

  /** Every difference needs its reason, and every reason its difference. */
  private static void judge(List<Difference> differences, Map<String, String> allowed)
      throws IOException {
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT, differences.stream().map(Difference::report).collect(Collectors.joining("\n")));
    Set<String> found =
        differences.stream()
            .map(d -> d.what().name())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Difference> unexpected =
        differences.stream().filter(d -> !allowed.containsKey(d.what().name())).toList();
    assertThat(unexpected.stream().map(d -> d.what().name()))
        .as(
            "%d cases differ, all of them in %s; the first:%n%s",
            unexpected.size(),
            REPORT.toAbsolutePath(),
            unexpected.stream()
                .limit(SHOWN)
                .map(Difference::report)
                .collect(Collectors.joining("\n")))
        .isEmpty();
    assertThat(found).as("still differing as in differences.txt").containsAll(allowed.keySet());
  }
}
