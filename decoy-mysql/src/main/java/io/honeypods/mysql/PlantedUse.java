package io.honeypods.mysql;

import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.account.NativePassword;
import io.honeypods.mysql.account.Passwords;
import java.util.HexFormat;
import java.util.List;

/** Tells whether what a client presented was left for intruders to find. */
final class PlantedUse {
  private PlantedUse() {}

  /** The event of it, whoever the client says it is; none where it is no such credential. */
  static List<Event> of(Connection connection, Secret presented, byte[] scramble) {
    for (Planted planted : connection.server().planted()) {
      if (presents(presented, planted, scramble)) {
        return List.of(
            new PlantedCredentialUsed(
                planted.service(), planted.user(), planted.place(), LoginMethod.PASSWORD));
      }
    }
    return List.of();
  }

  private static boolean presents(Secret presented, Planted planted, byte[] scramble) {
    return switch (presented.type()) {
      case PASSWORD -> presented.value().value().equals(planted.secret());
      case HASH -> answers(presented.value().value(), planted.secret(), scramble);
      case NONE, TOKEN, PUBLIC_KEY -> false;
    };
  }

  private static boolean answers(String hash, String secret, byte[] scramble) {
    byte[] answer = HexFormat.of().parseHex(hash, hash.indexOf('*') + 1, hash.length());
    String kept = Passwords.hash(AuthPlugin.MYSQL_NATIVE_PASSWORD, secret);
    return hash.startsWith("$mysqlna$") && NativePassword.isRight(kept, scramble, answer);
  }
}
