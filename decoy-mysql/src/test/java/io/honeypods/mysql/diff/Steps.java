package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients do, as steps of an exchange. */
final class Steps {
  private static final int KEY_REQUEST = 2;
  private static final int FULL_AUTHENTICATION = 4;

  private Steps() {}

  static Exchange.Step bytes(int... bytes) {
    return client -> client.send(array(bytes));
  }

  static Exchange.Step text(String latin1) {
    return client -> client.send(latin1.getBytes(ISO_8859_1));
  }

  static Exchange.Step packet(int sequence, byte... payload) {
    return client -> client.packet(sequence, payload);
  }

  static Exchange.Step command(int code, byte... argument) {
    return packet(0, new PacketWriter().int1(code).bytes(argument).toByteArray());
  }

  static Exchange.Step command(int code, String argument) {
    return command(code, argument.getBytes(UTF_8));
  }

  static Exchange.Step query(String sql) {
    return command(3, sql);
  }

  static Exchange.Step pause(Duration time) {
    return client -> client.await(time);
  }

  static Exchange.Step finish() {
    return RawClient::finish;
  }

  static Exchange.Step reset() {
    return RawClient::reset;
  }

  static Exchange.Step opaque() {
    return RawClient::becomeOpaque;
  }

  /** The login packet as number 1, without what may have to follow it. */
  static Exchange.Step login(LoginForm form) {
    return login(1, form);
  }

  static Exchange.Step login(int sequence, LoginForm form) {
    return client -> {
      client.transcript().announced(form.flags());
      client.packet(sequence, form.payload(client.transcript().salt()));
    };
  }

  /** SSLRequest, TLS, the login inside of it. */
  static Exchange.Step[] tlsLogin(LoginForm form) {
    LoginForm safe = form.with(Capability.SSL);
    return new Exchange.Step[] {
      packet(1, safe.head()), RawClient::upgrade, login(2, safe), prove(form, true)
    };
  }

  /** Goes along with everything that the server asks for. */
  static Exchange.Step prove(LoginForm form, boolean tls) {
    return client -> {
      for (int i = 0; i < 4; i++) {
        Packet asked = client.last();
        byte[] answer = answer(client, asked, form, tls);
        if (answer == null) {
          return;
        }
        client.packet(asked.sequence() + 1, answer);
      }
    };
  }

  private static byte @Nullable [] answer(
      RawClient client, Packet asked, LoginForm form, boolean tls) throws IOException {
    byte[] payload = asked.payload();
    var transcript = client.transcript();
    if (asked.first() == 0xfe) {
      return Scramble.of(transcript.plugin(), form.password(), transcript.salt());
    } else if (asked.first() != 1 || payload.length < 2) {
      return null;
    } else if (payload.length > 2) {
      String pem = new String(payload, 1, payload.length - 1, ISO_8859_1);
      return Scramble.encrypted(form.password(), transcript.salt(), pem);
    } else if (payload[1] != FULL_AUTHENTICATION) {
      return null;
    }
    return tls ? (form.password() + "\0").getBytes(UTF_8) : new byte[] {KEY_REQUEST};
  }

  /** A login that goes to its end. */
  static List<Exchange.Step> loggedIn(LoginForm form) {
    return List.of(login(form), prove(form, false));
  }

  static List<Exchange.Step> then(List<Exchange.Step> before, Exchange.Step... more) {
    var all = new ArrayList<>(before);
    all.addAll(Arrays.asList(more));
    return all;
  }

  static byte[] array(int... bytes) {
    byte[] array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return array;
  }
}
