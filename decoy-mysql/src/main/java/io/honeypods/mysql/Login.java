package io.honeypods.mysql;

import static io.honeypods.mysql.Errors.HANDSHAKE_ERROR;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.decoy.net.TlsParameters;
import io.honeypods.mysql.PacketReader.MalformedPacketException;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.sql.Client;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection up to the packet in which the client says who it is. */
final class Login implements Conversation<MysqlInput, Bytes> {
  /** {@code connect_timeout}. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final MysqlServer server;
  private final Flow flow;
  private byte[] scramble = {};
  private int connectionId;
  private boolean entered;
  private boolean begun;
  private boolean wantsTls;
  private Client.Tls tls = Client.Tls.NONE;
  private int expected = 1;

  Login(MysqlServer server, Flow flow) {
    this.server = server;
    this.flow = flow;
  }

  @Override
  public Step<MysqlInput, Bytes> greet() {
    entered = true;
    if (!server.enter()) {
      return Step.<MysqlInput, Bytes>silent(this)
          .reply(Replies.error(0, Errors.CON_COUNT_ERROR, false))
          .hangUp();
    }
    connectionId = server.newConnectionId();
    scramble = server.newScramble();
    return Step.<MysqlInput, Bytes>silent(this)
        .reply(
            Replies.greeting(
                server.version(),
                connectionId,
                scramble,
                server.capabilities(),
                server.defaultPlugin()));
  }

  @Override
  public Step<MysqlInput, Bytes> receive(MysqlInput input) {
    return switch (input) {
      case MysqlInput.Begun _ -> {
        begun = true;
        yield Step.silent(this);
      }
      case MysqlInput.Packet packet when packet.sequence() != expected ->
          outOfOrder(packet.payload());
      case MysqlInput.Packet packet -> identify(packet.payload());
      case MysqlInput.OutOfOrder garbage -> outOfOrder(garbage.bytes());
      case MysqlInput.TooLarge large ->
          malformed(
              "login packet of %d bytes (expected at most %d)"
                  .formatted(large.length(), MysqlDecoy.MAX_LOGIN),
              large.start(),
              HANDSHAKE_ERROR,
              expected + 1,
              knows41(large.payload()));
      case MysqlInput.Garbled garbled ->
          malformed(garbled.problem(), garbled.bytes(), HANDSHAKE_ERROR, expected + 1, false);
    };
  }

  @Override
  public Step<MysqlInput, Bytes> secured(TlsParameters agreed) {
    tls = new Client.Tls(agreed.protocol(), ServerTls.opensslName(agreed.cipherSuite()));
    return Step.silent(this);
  }

  @Override
  public Step<MysqlInput, Bytes> notSecured(String problem) {
    return Step.<MysqlInput, Bytes>silent(this)
        .saw(new InputMalformed("TLS handshake: " + problem, Payload.EMPTY))
        .reply(Replies.error(2, HANDSHAKE_ERROR, true))
        .hangUp();
  }

  @Override
  public Step<MysqlInput, Bytes> finish() {
    var step = Step.<MysqlInput, Bytes>silent(this).hangUp();
    if (wantsTls) {
      return tls.version().isEmpty() ? step.reply(Replies.error(2, HANDSHAKE_ERROR, true)) : step;
    }
    return server.tellsBeforeLogin()
        ? step.reply(Replies.error(begun ? 2 : 1, Errors.NET_READ_ERROR, true))
        : step;
  }

  @Override
  public @Nullable Duration patience() {
    return wantsTls && tls.version().isEmpty() ? null : CONNECT_TIMEOUT;
  }

  @Override
  public Step<MysqlInput, Bytes> timeOut() {
    var step = Step.<MysqlInput, Bytes>silent(this).hangUp();
    return server.tellsBeforeLogin()
        ? step.reply(Replies.error(begun ? 2 : 1, Errors.NET_READ_INTERRUPTED, true))
        : step;
  }

  @Override
  public List<Event> end() {
    if (entered) {
      server.leave();
    }
    return List.of();
  }

  private Step<MysqlInput, Bytes> identify(Bytes payload) {
    boolean knows41 = knows41(payload);
    if (!knows41) {
      return refuseOldClient(payload);
    }
    if (payload.length() < HandshakeResponse.FIXED) {
      return malformed(
          "login packet of %d bytes (expected at least %d)"
              .formatted(payload.length(), HandshakeResponse.FIXED),
          payload,
          HANDSHAKE_ERROR,
          expected + 1,
          knows41);
    }
    boolean ssl = (payload.at(1) & Capabilities.SSL >> 8) != 0;
    if (ssl && !wantsTls) {
      wantsTls = true;
      expected++;
      return Step.<MysqlInput, Bytes>silent(this).startTls(server.tlsEngine());
    }
    try {
      return authenticate(HandshakeResponse.parse(payload), payload);
    } catch (MalformedPacketException e) {
      return malformed(
          "login packet: " + e.getMessage(), payload, HANDSHAKE_ERROR, expected + 1, knows41);
    }
  }

  private static boolean knows41(Bytes login) {
    return login.length() >= 2 && (login.at(1) & Capabilities.PROTOCOL_41 >> 8) != 0;
  }

  private Step<MysqlInput, Bytes> authenticate(HandshakeResponse client, Bytes payload) {
    var connection = new Connection(server, flow, connectionId, client, tls);
    String name = client.attribute("_client_name");
    String program = client.attribute("program_name");
    String shown = name + " " + client.attribute("_client_version");
    var identified =
        new ClientIdentified(
            Text.of((program.isEmpty() ? shown : program + " (" + shown + ")").strip()),
            Map.of(),
            client.details(tls.version().isEmpty() ? "" : tls.version() + " " + tls.cipher()),
            Payload.of(payload));
    SqlError refused = SqlServer.charsetError(client.collation());
    Step<MysqlInput, Bytes> step =
        refused == null
            ? Authentication.begin(connection, scramble, expected + 1, this::leaveTo)
            : Step.<MysqlInput, Bytes>silent(this)
                .reply(Replies.error(expected + 1, refused, true))
                .hangUp();
    return new Step<>(
            step.next(), step.replies(), List.of(identified), step.ending(), step.delay(), null)
        .sawAll(step.seen());
  }

  /** What follows counts the connection out instead. */
  private void leaveTo() {
    entered = false;
  }

  /** Two bytes of capabilities, three of a size, then a name and an answer, each with a NUL. */
  private Step<MysqlInput, Bytes> refuseOldClient(Bytes payload) {
    SqlError error = HANDSHAKE_ERROR;
    try {
      var in = new PacketReader(payload);
      in.skip(5);
      String user = PacketReader.utf8(in.upToNul());
      in.upToNul();
      error =
          user.isEmpty() && server.defaultPlugin() == AuthPlugin.MYSQL_NATIVE_PASSWORD
              ? server.accessDenied(user, flow.source().ip(), false)
              : Errors.NOT_SUPPORTED_AUTH_MODE;
    } catch (MalformedPacketException _) {
      // a bad handshake it is
    }
    return malformed(
        "login of a client that knows no protocol 4.1", payload, error, expected + 1, false);
  }

  private Step<MysqlInput, Bytes> outOfOrder(Bytes bytes) {
    return malformed(
        "first packet out of order (expected sequence %d)".formatted(expected),
        bytes,
        Errors.NET_PACKETS_OUT_OF_ORDER,
        1,
        server.tellsBeforeLogin());
  }

  private Step<MysqlInput, Bytes> malformed(
      String problem, Bytes bytes, SqlError error, int sequence, boolean withState) {
    return Step.<MysqlInput, Bytes>silent(this)
        .saw(new InputMalformed(problem, Payload.of(bytes)))
        .reply(Replies.error(sequence, error, withState))
        .hangUp();
  }
}
