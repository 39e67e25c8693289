package io.honeypods.decoy.identity;

import java.util.List;

/**
 * A credential left where an intruder finds it: whoever presents it has read our bait.
 *
 * @param service where it claims to work: {@code mysql}, {@code ssh} or {@code http}
 * @param user the login name
 * @param secret the password, unique to the install
 * @param place where it lies, such as {@code /backup/db-backup.sh}
 */
public record Planted(String service, String user, String secret, String place) {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  /** The credentials that the decoys of one identity plant, and so recognise. */
  public static List<Planted> of(Identity identity) {
    return List.of(
        planted(identity, "mysql", "backup", "/ops/db-backup.sh"),
        planted(identity, "ssh", "deploy", "/ops/deploy-notes.txt"),
        planted(identity, "mysql", "app_rw", "/.env"));
  }

  private static Planted planted(Identity identity, String service, String user, String place) {
    var random = identity.bytes("planted/" + service + "/" + user, 18);
    var secret = new StringBuilder();
    for (byte b : random) {
      secret.append(ALPHABET.charAt(Byte.toUnsignedInt(b) % ALPHABET.length()));
    }
    return new Planted(service, user, secret.toString(), place);
  }
}
