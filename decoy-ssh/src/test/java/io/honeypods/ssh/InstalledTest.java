package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is installed is told in the same way by all who tell of it. */
class InstalledTest {

  private static TestMachine.Ran run(SshProfile profile, String command) {
    return TestMachine.run(profile, "root", command);
  }

  @ParameterizedTest
  @EnumSource(SshProfile.class)
  void theServerIsTheOneOfTheBanner(SshProfile profile) {
    String version = run(profile, "dpkg-query -W openssh-server").out().strip();

    assertThat(version).contains("-");
    assertThat(profile.ident()).endsWith("Debian-" + version.replaceFirst(".*-", ""));
  }

  @ParameterizedTest
  @CsvSource({"DEBIAN12, 5.36.0, 5.2.15, 1.35.0", "DEBIAN13, 5.40.1, 5.2.37, 1.37.0"})
  void versionsAreThoseOfTheRelease(SshProfile profile, String perl, String bash, String busybox) {
    assertThat(run(profile, "dpkg -l bash perl-base busybox").out())
        .contains(perl, bash, busybox)
        .contains("||/ Name           Version");
    assertThat(run(profile, "perl -v; bash --version; busybox; ls /usr/bin/perl*").out())
        .contains("(v" + perl + ")", "version " + bash, "BusyBox v" + busybox, "/perl" + perl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "xxd", "hexdump", "strings", "gcc"})
  void whatIsMissingIsMissingEverywhere(String name) {
    assertThat(run(SshProfile.DEBIAN13, name + " x").status()).isEqualTo(127);
    assertThat(run(SshProfile.DEBIAN13, "which " + name).status()).isEqualTo(1);
    assertThat(run(SshProfile.DEBIAN13, "dpkg -l " + name))
        .satisfies(
            ran -> {
              assertThat(ran.out()).isEmpty();
              assertThat(ran.err())
                  .isEqualTo("dpkg-query: no packages found matching " + name + "\n");
              assertThat(ran.status()).isEqualTo(1);
            });
  }

  @Test
  void perlPrints() {
    assertThat(run(SshProfile.DEBIAN13, "perl -e 'print \"a\\tb\\n\";'").out()).isEqualTo("a\tb\n");
    assertThat(run(SshProfile.DEBIAN13, "perl -e 'use Socket; connect(S, 1);'"))
        .satisfies(
            ran -> {
              assertThat(ran.out() + ran.err()).isEmpty();
              assertThat(ran.status()).isZero();
            });
  }
}
