package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import io.honeypods.testkit.RealServer;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drill against real decoys: it is noticed, and nobody takes it for an incident. */
class DrillIT {
  private static final Pattern MARK = Pattern.compile("drill-[0-9a-f]{8}");

  @Test
  void everyServiceNoticesAndSeesTheMark() throws IOException {
    Tools.require("curl");
    try (LocalDecoys decoys = LocalDecoys.start()) {
      Command drill = decoys.attack();

      assertThat(drill.exit()).as(drill.out() + drill.err()).isZero();
      assertThat(drill.out().lines())
          .contains(
              "honeypod.fake.svc: counted",
              "honeypod.vuln.svc: counted",
              "honeypod.network.ssh: counted");
      String mark = mark(drill);
      assertThat(decoys.events("web", "request-received"))
          .singleElement()
          .extracting(event -> event.at("/user_agent/original").asString())
          .isEqualTo(mark);
      assertThat(decoys.events("mysql", "login-attempted"))
          .singleElement()
          .extracting(event -> event.at("/user/name").asString())
          .isEqualTo(mark);
      assertThat(decoys.events("mysql", "input-malformed")).hasSize(1);
      assertThat(decoys.events("ssh", "client-identified"))
          .singleElement()
          .extracting(event -> event.at("/honeypod/client/name").asString())
          .asString()
          .contains(mark);
    }
  }

  @Test
  void targetThatDoesNotAnswerIsAFailure() throws IOException {
    int closed = RealServer.freeAddress().getPort();
    Command drill = LocalDecoys.attack(List.of("http://127.0.0.1:" + closed));

    assertThat(drill.exit()).isEqualTo(1);
    assertThat(drill.out()).contains("http://127.0.0.1:" + closed + ": NO ANSWER");
  }

  @Test
  void metricsThatCannotBeReadStopTheDrill() throws IOException {
    int closed = RealServer.freeAddress().getPort();
    Command drill =
        LocalDecoys.attack(List.of("--admin", "http://127.0.0.1:" + closed, "http://127.0.0.1:9"));

    assertThat(drill.exit()).isEqualTo(1);
    assertThat(drill.out()).contains("NOT PLAYED").doesNotContain("NO ANSWER");
  }

  @Test
  void argumentsThatAreNotUnderstoodAreSaid() {
    Command drill = LocalDecoys.attack(List.of("ftp://127.0.0.1"));

    assertThat(drill.exit()).isEqualTo(2);
    assertThat(drill.err()).contains("ftp://127.0.0.1 (expected HOST", "Usage: decoy attack");
  }

  @Test
  void noDecoyHasItOnItsClassPath() {
    assertThat(Tree.files(Reactor.LIB, ".jar"))
        .anyMatch(jar -> jar.getFileName().toString().startsWith("decoy-common-"))
        .noneMatch(jar -> jar.getFileName().toString().startsWith("decoy-drill-"));
  }

  private static String mark(Command drill) {
    Matcher mark = MARK.matcher(drill.out());
    assertThat(mark.find()).isTrue();
    return mark.group();
  }
}
