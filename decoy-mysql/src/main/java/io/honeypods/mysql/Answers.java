package io.honeypods.mysql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.mysql.account.NativePassword;
import java.util.HexFormat;

/** What clients answer to a scramble. */
final class Answers {
  private Answers() {}

  /** What is encrypted is the password with its NUL, XOR the scramble over and over. */
  static byte[] unmask(byte[] scramble, byte[] masked) {
    byte[] password = new byte[Math.max(0, masked.length - 1)];
    for (int i = 0; i < password.length; i++) {
      password[i] = (byte) (masked[i] ^ scramble[i % scramble.length]);
    }
    return password;
  }

  static Secret nativeAnswer(byte[] scramble, Bytes answer) {
    return answer.isEmpty()
        ? Secret.NONE
        : new Secret(Secret.Type.HASH, Text.of(NativePassword.crackable(scramble, answer)));
  }

  static Secret hash(byte[] scramble, String kind, Bytes answer) {
    HexFormat hex = HexFormat.of();
    return new Secret(
        Secret.Type.HASH,
        Text.of(kind + hex.formatHex(scramble) + "*" + hex.formatHex(answer.toByteArray())));
  }

  static boolean isEmpty(Bytes answer) {
    return answer.isEmpty() || (answer.length() == 1 && answer.at(0) == 0);
  }
}
