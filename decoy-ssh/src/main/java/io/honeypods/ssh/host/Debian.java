package io.honeypods.ssh.host;

/** A release of Debian as a container of it shows itself. */
public enum Debian {
  BOOKWORM(
      "12",
      "12.12",
      "bookworm",
      "6.1.0-41-amd64",
      "Debian 6.1.158-1 (2025-11-09)",
      "5.2.15(1)",
      "9.1",
      "7.88.1",
      "1.21.3",
      "5.36.0"),
  TRIXIE(
      "13",
      "13.2",
      "trixie",
      "6.12.57+deb13-amd64",
      "Debian 6.12.57-1 (2025-11-05)",
      "5.2.37(1)",
      "9.7",
      "8.14.1",
      "1.25.0",
      "5.40.1");

  private final String major;
  private final String version;
  private final String codename;
  private final String kernel;
  private final String build;
  private final String bash;
  private final String coreutils;
  private final String curl;
  private final String wget;
  private final String perl;

  Debian(
      String major,
      String version,
      String codename,
      String kernel,
      String build,
      String bash,
      String coreutils,
      String curl,
      String wget,
      String perl) {
    this.major = major;
    this.version = version;
    this.codename = codename;
    this.kernel = kernel;
    this.build = build;
    this.bash = bash;
    this.coreutils = coreutils;
    this.curl = curl;
    this.wget = wget;
    this.perl = perl;
  }

  public String major() {
    return major;
  }

  /** As {@code /etc/debian_version} tells. */
  public String version() {
    return version;
  }

  public String codename() {
    return codename;
  }

  /** As {@code uname -r} tells. */
  public String kernel() {
    return kernel;
  }

  /** As {@code uname -v} tells. */
  public String build() {
    return "#1 SMP PREEMPT_DYNAMIC " + build;
  }

  public String bash() {
    return bash;
  }

  public String coreutils() {
    return coreutils;
  }

  public String curl() {
    return curl;
  }

  public String wget() {
    return wget;
  }

  public String perl() {
    return perl;
  }
}
