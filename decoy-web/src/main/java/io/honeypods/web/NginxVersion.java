package io.honeypods.web;

/** The version of nginx that is claimed, with what differs between versions. */
record NginxVersion(int major, int minor, int patch) {

  /** Reads {@code major.minor.patch}. */
  static NginxVersion parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("\"" + text + "\" (expected a version such as 1.30.6)");
    }
    try {
      return new NginxVersion(
          Integer.parseUnsignedInt(parts[0]),
          Integer.parseUnsignedInt(parts[1]),
          Integer.parseUnsignedInt(parts[2]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" (expected a version such as 1.30.6)", e);
    }
  }

  /** From 1.30 on, CONNECT is read with a host and port for its target, and then refused. */
  boolean connectTakesAuthority() {
    return isAtLeast(1, 30);
  }

  /** The ranges of one request beyond which the whole file is sent. */
  int maxRanges() {
    return isAtLeast(1, 30) ? 20 : Integer.MAX_VALUE;
  }

  private boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
