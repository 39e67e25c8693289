package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Steps.login;
import static io.honeypods.mysql.diff.Steps.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What may go wrong between the login packet and its OK. */
final class SwitchExchanges {
  private static final byte[] CLEAR = "wrong\0".getBytes(StandardCharsets.US_ASCII);

  private SwitchExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    for (String user : List.of("sha", "cold", "nobody")) {
      all.addAll(afterSwitch(user));
      all.addAll(fullAuthentication(user));
    }
    return all;
  }

  private static List<Exchange> afterSwitch(String user) {
    Exchange.Step begin = login(LoginForm.as(user, "wrong").by("nosuch"));
    return List.of(
        Exchange.of(
            "switch: %s, answer as number 0".formatted(user), begin, packet(0, new byte[20])),
        Exchange.of("switch: %s, empty answer".formatted(user), begin, packet(3)),
        Exchange.of("switch: %s, 5 bytes".formatted(user), begin, packet(3, new byte[5])),
        Exchange.of("switch: %s, 20 bytes".formatted(user), begin, packet(3, new byte[20])),
        Exchange.of("switch: %s, 32 bytes".formatted(user), begin, packet(3, new byte[32])),
        Exchange.of("switch: %s, 100 bytes".formatted(user), begin, packet(3, new byte[100])));
  }

  /** Up to 01 04, whether the server first switches to caching_sha2_password or not. */
  private static Exchange.Step asked(String user) {
    LoginForm form = LoginForm.as(user, "wrong").by(LoginForm.SHA2);
    return client -> {
      login(form).on(client);
      Packet last = client.last();
      if (last.first() == 0xfe) {
        var transcript = client.transcript();
        client.packet(
            last.sequence() + 1,
            Scramble.of(transcript.plugin(), form.password(), transcript.salt()));
      }
    };
  }

  private static Exchange.Step answer(byte... payload) {
    return client -> client.packet(client.last().sequence() + 1, payload);
  }

  private static List<Exchange> fullAuthentication(String user) {
    Exchange.Step begin = asked(user);
    byte key = 2;
    return List.of(
        Exchange.of("sha2: %s, full".formatted(user), begin),
        Exchange.of("sha2: %s, key, nothing".formatted(user), begin, answer(key), answer()),
        Exchange.of(
            "sha2: %s, key, zeros".formatted(user), begin, answer(key), answer(new byte[256])),
        Exchange.of(
            "sha2: %s, key, 255 bytes".formatted(user), begin, answer(key), answer(new byte[255])),
        Exchange.of("sha2: %s, key asked twice".formatted(user), begin, answer(key), answer(key)),
        Exchange.of("sha2: %s, no key request".formatted(user), begin, answer((byte) 7)),
        Exchange.of("sha2: %s, empty".formatted(user), begin, answer()),
        Exchange.of("sha2: %s, clear without tls".formatted(user), begin, answer(CLEAR)));
  }
}
