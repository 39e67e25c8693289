package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The script that README names first. */
class LauncherIT {

  @BeforeAll
  static void whatIsBuiltIsTaken() throws IOException {
    Files.setLastModifiedTime(Reactor.LIB, FileTime.from(Instant.now()));
  }

  @Test
  void attackIsTheDrill() {
    Command help = decoy("attack", "--help");

    assertThat(help.exit()).as(help.err()).isZero();
    assertThat(help.out()).startsWith("Usage: decoy attack");
  }

  @Test
  void attackSaysWhatItDidNotUnderstand() {
    Command bogus = decoy("attack", "--bogus");

    assertThat(bogus.exit()).isEqualTo(2);
    assertThat(bogus.err()).contains("attack: --bogus (expected ", "Usage: decoy attack");
  }

  @Test
  void anythingElseIsTheDecoys() {
    Command version = decoy("--version");

    assertThat(version.exit()).as(version.err()).isZero();
    assertThat(version.out()).isNotBlank();
  }

  @Test
  void jdkIsOneThatRunsTheDecoys() {
    Command jdk = decoy("jdk");

    assertThat(jdk.exit()).as(jdk.err()).isZero();
    assertThat(Path.of(jdk.out().strip(), "release")).content().contains("JAVA_VERSION=\"25");
  }

  private static Command decoy(String... words) {
    var builder = new ProcessBuilder(words);
    builder.command().addFirst(Reactor.ROOT.resolve("decoy").toString());
    return Command.run(builder, "");
  }
}
