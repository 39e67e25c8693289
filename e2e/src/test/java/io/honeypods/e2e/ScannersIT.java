package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scanners, load generators and browsers make of the nginx decoy. */
class ScannersIT {
  private static final String LOAD = Reactor.isLong() ? "30s" : "5s";

  @Test
  void nmapNamesNginxAndItsVersion() {
    Tools.require("nmap");
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      assertThat(nmap(decoys, "-sV"))
          .containsPattern(decoys.port("web.listen") + "/tcp +open +http +nginx 1\\.30\\.6\n");
      assertThat(decoys.isAlive()).isTrue();
    }
  }

  @Test
  void nmapScriptsFindAnOrdinarySite() {
    Tools.require("nmap");
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      assertThat(nmap(decoys, "-sV", "-sC", "--script", "default,http-headers"))
          .contains("http-title: ", "http-server-header: nginx/1.30.6", "Accept-Ranges: bytes")
          .doesNotContain("ERROR");
      assertThat(decoys.events("web", "request-received")).hasSizeGreaterThan(4);
      assertThat(decoys.events("web", "request-received"))
          .anySatisfy(event -> assertThat(event.json().toString()).contains("nmap"));
      EventSchema.assertValid(decoys.events());
    }
  }

  @Test
  void wrkSeesNoError() {
    Tools.require("wrk");
    try (DecoyProcess decoys = Launch.plain().withoutEvents().up("web")) {
      String url = "http://127.0.0.1:" + decoys.port("web.listen") + "/";
      Command.run("wrk", "-t1", "-c50", "-d2s", url); // the compiler's share of a cold start
      Command wrk = Command.run("wrk", "-t1", "-c50", "--timeout", "5s", "-d" + LOAD, url);

      assertThat(wrk.exit()).isZero();
      assertThat(wrk.out()).contains("requests in").doesNotContain("errors", "Non-2xx");
      assertThat(decoys.metrics().sum("decoy_events_lost_total")).isZero();
    }
  }

  @Test
  void chromiumRendersTheDashboardWithoutConsoleErrors(@TempDir Path profile) {
    Tools.require("chromium");
    try (DecoyProcess decoys = Launch.plain().up("web")) {
      Command chromium = chromium(decoys, profile);

      assertThat(chromium.out()).contains("<body", "ops-gw-7");
      assertThat(chromium.err()).doesNotContain("CONSOLE");
      assertThat(decoys.events("web", "request-received"))
          .anySatisfy(
              event -> assertThat(event.text("user_agent.original")).contains("HeadlessChrome"));
      assertThat(decoys.events("web", "request-received"))
          .filteredOn(event -> !event.text("url.path").equals("/favicon.ico"))
          .allSatisfy(event -> assertThat(status(event)).isEqualTo(200));
    } finally {
      empty(profile);
    }
  }

  @Test
  void brokenPageWouldBeNoticed(@TempDir Path profile, @TempDir Path root) throws IOException {
    Tools.require("chromium");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(root.resolve("index.html"), "<body><script>missing()</script></body>");
    try (DecoyProcess decoys = Launch.configured("web: {root: " + root + "}").up("web")) {
      assertThat(chromium(decoys, profile).err()).contains("CONSOLE", "Uncaught");
    } finally {
      empty(profile);
    }
  }

  private static String nmap(DecoyProcess decoys, String... options) {
    var words = new ArrayList<>(List.of("nmap", "-n", "--unprivileged"));
    words.addAll(List.of(options));
    words.addAll(List.of("-p", Integer.toString(decoys.port("web.listen")), "127.0.0.1"));
    Command nmap = Command.run(words.toArray(String[]::new));
    assertThat(nmap.exit()).as(nmap.err()).isZero();
    return nmap.out();
  }

  private static Command chromium(DecoyProcess decoys, Path profile) {
    Command chromium =
        Command.run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--user-data-dir=" + profile,
            "--enable-logging=stderr",
            "--log-level=0",
            "--v=0",
            "--virtual-time-budget=4000",
            "--dump-dom",
            "http://127.0.0.1:" + decoys.port("web.listen") + "/");
    assertThat(chromium.exit()).as(chromium.err()).isZero();
    return chromium;
  }

  private static long status(SeenEvent request) {
    return request.number("http.response.status_code");
  }

  /** Chromium's helpers may write for a moment after it ended, which the folder's removal hates. */
  private static void empty(Path profile) {
    Eventually.await(
        "empty " + profile, Eventually.PATIENCE, () -> isEmptied(profile) ? true : null);
  }

  private static boolean isEmptied(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.deleteIfExists(file);
        }
      }
      return true;
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }
}
