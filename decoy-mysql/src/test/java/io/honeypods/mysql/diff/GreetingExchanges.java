package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Steps.array;
import static io.honeypods.mysql.diff.Steps.bytes;
import static io.honeypods.mysql.diff.Steps.finish;
import static io.honeypods.mysql.diff.Steps.login;
import static io.honeypods.mysql.diff.Steps.packet;
import static io.honeypods.mysql.diff.Steps.pause;
import static io.honeypods.mysql.diff.Steps.prove;
import static io.honeypods.mysql.diff.Steps.reset;
import static io.honeypods.mysql.diff.Steps.text;
import static io.honeypods.mysql.diff.Steps.tlsLogin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What comes before a login, or instead of one. */
final class GreetingExchanges {
  private static final Duration TIMEOUT = Duration.ofSeconds(11);
  private static final String HELLO =
      "\26\3\1\0\61\1\0\0\55\3\3abcdefghijklmnopqrstuvwxyz012345\0\0\2\0\57\1\0\0\2\0\0";

  private GreetingExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    all.addAll(otherProtocols());
    all.addAll(sequences());
    all.addAll(lengths());
    all.addAll(silences());
    all.addAll(tls());
    return all;
  }

  private static List<Exchange> otherProtocols() {
    return List.of(
        Exchange.of("greeting: nothing sent"),
        Exchange.of("greeting: http", text("GET / HTTP/1.1\r\nHost: x\r\n\r\n")),
        Exchange.of("greeting: http post", text("POST / HTTP/1.0\r\n\r\n")),
        Exchange.of("greeting: tls client hello", text(HELLO)),
        Exchange.of("greeting: ssh", text("SSH-2.0-OpenSSH_9.2\r\n")),
        Exchange.of("greeting: sql as text", text("SELECT 1;\n")),
        Exchange.of("greeting: line ends", text("\r\n\r\n")),
        Exchange.of("greeting: redis", text("*1\r\n$4\r\nPING\r\n")),
        Exchange.of("greeting: postgres", text("\0\0\0\b\4\322\26\57")),
        Exchange.of("greeting: rdp", text("\3\0\0\23\16\340\0\0\0\0\0\1\0\b\0\3\0\0\0")),
        Exchange.of("greeting: smb", text("\0\0\0\57\377SMBr\0\0\0\0")),
        Exchange.of("greeting: help", text("help\r\n")),
        Exchange.of("greeting: zeros", text("\0".repeat(64))),
        Exchange.of("greeting: ones", text("\377".repeat(50))),
        Exchange.of("greeting: four zeros", bytes(0, 0, 0, 0)),
        Exchange.of("greeting: empty packet 1", bytes(0, 0, 0, 1)),
        Exchange.of("greeting: com_quit", bytes(1, 0, 0, 0, 1)),
        Exchange.of(
            "greeting: com_query", packet(0, "\3SELECT 1".getBytes(StandardCharsets.US_ASCII))));
  }

  private static List<Exchange> sequences() {
    var all = new ArrayList<Exchange>();
    for (int sequence : new int[] {0, 2, 3, 5, 127, 255}) {
      all.add(
          Exchange.of("greeting: login as number " + sequence, login(sequence, LoginForm.root())));
    }
    return all;
  }

  private static List<Exchange> lengths() {
    var all = new ArrayList<Exchange>();
    for (int length : new int[] {1, 2, 3, 4, 5, 8, 31, 32, 33, 34, 36, 40}) {
      all.add(Exchange.of("login of %d zeros".formatted(length), packet(1, new byte[length])));
      all.add(
          Exchange.of(
              "login cut at %d bytes".formatted(length),
              client ->
                  client.packet(
                      1,
                      Arrays.copyOf(
                          LoginForm.root().payload(client.transcript().salt()), length))));
    }
    return all;
  }

  private static List<Exchange> silences() {
    return List.of(
        Exchange.of("silence: nothing", pause(TIMEOUT)),
        Exchange.of("silence: one byte", bytes(1), pause(TIMEOUT)),
        Exchange.of("silence: three bytes", bytes(32, 0, 0), pause(TIMEOUT)),
        Exchange.of("silence: a header", bytes(32, 0, 0, 1), pause(TIMEOUT)),
        Exchange.of("silence: part of a packet", bytes(32, 0, 0, 1, 1, 2, 3), pause(TIMEOUT)),
        Exchange.of("silence: 1 MB declared", bytes(0, 0, 16, 1, 1), pause(TIMEOUT)),
        Exchange.of("silence: 16 MB declared", bytes(255, 255, 255, 1, 1), pause(TIMEOUT)),
        Exchange.of("silence: switch unanswered", login(LoginForm.as("sha", "x")), pause(TIMEOUT)),
        Exchange.of("half-close: at once", finish()),
        Exchange.of("half-close: one byte", bytes(1), finish()),
        Exchange.of("half-close: a header", bytes(32, 0, 0, 1), finish()),
        Exchange.of("half-close: part of a packet", bytes(32, 0, 0, 1, 1, 2), finish()),
        Exchange.of("half-close: after a login", login(LoginForm.root()), finish()),
        Exchange.of("reset: at once", reset()));
  }

  private static List<Exchange> tls() {
    byte[] request = LoginForm.root().with(Capability.SSL).head();
    return List.of(
        Exchange.of("tls: request only", packet(1, request)),
        Exchange.of("tls: request, garbage", packet(1, request), text("garbage\r\n\r\n")),
        Exchange.of("tls: request, login in clear", packet(1, request), login(2, LoginForm.root())),
        Exchange.of("tls: request, half-close", packet(1, request), finish()),
        Exchange.of(
            "tls: request and login at once",
            client -> {
              client.write(RawClient.framed(1, request));
              client.packet(2, LoginForm.root().payload(client.transcript().salt()));
            }),
        Exchange.of("tls: root", tlsLogin(LoginForm.root())),
        Exchange.of("tls: root by sha2", tlsLogin(LoginForm.root().by(LoginForm.SHA2))),
        Exchange.of("tls: sha", tlsLogin(LoginForm.as("sha", "secret").by(LoginForm.SHA2))),
        Exchange.of("tls: sha, wrong", tlsLogin(LoginForm.as("sha", "wrong").by(LoginForm.SHA2))),
        Exchange.of("tls: cold, wrong", tlsLogin(LoginForm.as("cold", "wrong").by(LoginForm.SHA2))),
        Exchange.of("tls: nat, wrong", tlsLogin(LoginForm.as("nat", "wrong"))),
        Exchange.of("tls: nobody, wrong", tlsLogin(LoginForm.as("nobody", "x").by(LoginForm.SHA2))),
        Exchange.of(
            "tls: flag in the login only",
            login(LoginForm.root().with(Capability.SSL)),
            prove(LoginForm.root(), false)),
        Exchange.of("tls: 32 bytes of garbage flags", packet(1, array(new int[32]))));
  }
}
