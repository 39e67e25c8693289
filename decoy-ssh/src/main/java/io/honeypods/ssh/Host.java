package io.honeypods.ssh;

import io.honeypods.decoy.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * The Debian that a visitor is on: the same for the same identity, coherent with the banner.
 *
 * @param kernel as {@code uname -r} tells
 * @param build as {@code uname -v} tells
 * @param version as {@code /etc/debian_version} tells
 */
record Host(
    String name,
    String kernel,
    String build,
    String version,
    String release,
    Instant booted,
    String address,
    InstantSource clock) {

  static Host of(Identity identity, SshProfile profile, InstantSource clock) {
    var random = identity.random("ssh/host");
    Instant booted = clock.instant().minusSeconds(random.nextLong(86_400L * 3, 86_400L * 90));
    String address = "10.244.%d.%d".formatted(random.nextInt(0, 8), random.nextInt(4, 250));
    return switch (profile) {
      case DEBIAN13 ->
          new Host(
              identity.host(),
              "6.12.57+deb13-amd64",
              "#1 SMP PREEMPT_DYNAMIC Debian 6.12.57-1 (2025-11-05)",
              "13.2",
              "13 (trixie)",
              booted,
              address,
              clock);
      case DEBIAN12 ->
          new Host(
              identity.host(),
              "6.1.0-41-amd64",
              "#1 SMP PREEMPT_DYNAMIC Debian 6.1.158-1 (2025-11-09)",
              "12.12",
              "12 (bookworm)",
              booted,
              address,
              clock);
    };
  }

  /** What the files of the host tell of it, by name. */
  Map<String, String> facts(String user) {
    return Map.of(
        "name", name,
        "kernel", kernel,
        "build", build,
        "version", version,
        "release", release,
        "major", release.substring(0, release.indexOf(' ')),
        "codename", release.substring(release.indexOf('(') + 1, release.indexOf(')')),
        "address", address,
        "user", user);
  }

  Duration uptime() {
    return Duration.between(booted, clock.instant());
  }

  /** What a login shows before the first prompt. */
  String motd() {
    return "Linux "
        + name
        + " "
        + kernel
        + " "
        + build
        + " x86_64\n\n"
        + "The programs included with the Debian GNU/Linux system are free software;\n"
        + "the exact distribution terms for each program are described in the\n"
        + "individual files in /usr/share/doc/*/copyright.\n\n"
        + "Debian GNU/Linux comes with ABSOLUTELY NO WARRANTY, to the extent\n"
        + "permitted by applicable law.\n";
  }
}
