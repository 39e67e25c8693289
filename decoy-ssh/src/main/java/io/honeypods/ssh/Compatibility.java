package io.honeypods.ssh;

import java.util.List;
import java.util.regex.Pattern;

/** What sshd does not offer to software that is known to get it wrong. */
final class Compatibility {
  private static final Pattern BAD_CURVE = Pattern.compile("OpenSSH_6\\.[56].*");
  private static final Pattern OLD_GROUP_EXCHANGE =
      Pattern.compile(
          "WinSCP_release_(4.*|5\\.0.*|5\\.[156](\\..*)?|5\\.7(\\.[1-4])?)"
              + "|PuTTY_Local:.*|PuTTY-Release-0\\.5.*|PuTTY_Release_0\\.(5|6[0-4]).*|FuTTY.*");

  private Compatibility() {}

  /** The ways of exchange that a client is not offered. */
  static List<String> shunned(SshProfile profile, String ident) {
    String software = ident.substring(ident.indexOf('-', ident.indexOf('-') + 1) + 1);
    if (profile.isModern()) {
      return List.of();
    }
    if (BAD_CURVE.matcher(software).matches()) {
      return List.of("curve25519-sha256@libssh.org");
    }
    return OLD_GROUP_EXCHANGE.matcher(software).matches()
        ? List.of("diffie-hellman-group-exchange-sha256")
        : List.of();
  }
}
