package io.honeypods.mysql.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Step;
import io.honeypods.mysql.x.XInput.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** Before a login is tried: capabilities are asked for and set. */
record Negotiation(XSession session, Capabilities capabilities) implements XConversation {
  private static final int PREPARE_FAILED = 5001;
  private static final int UNKNOWN_CAPABILITY = 5002;

  /** A capability that the client wants to set. */
  private record Wish(String name, ProtoMessage value) {}

  @Override
  public Step<XInput, Bytes> greet() {
    return Step.<XInput, Bytes>silent(this).reply(XReply.HELLO);
  }

  @Override
  public Step<XInput, Bytes> hear(Message message) {
    Step<XInput, Bytes> silent = Step.silent(this);
    return switch (message.kind()) {
      case CON_CAPABILITIES_GET ->
          silent.reply(XReply.capabilities(capabilities, session.secure()));
      case CON_CAPABILITIES_SET -> set(message);
      case CON_CLOSE -> silent.reply(XReply.BYE).hangUp();
      case SESS_AUTHENTICATE_START -> authenticate(message, 0);
      case SESS_RESET -> silent;
      case SESS_AUTHENTICATE_CONTINUE,
          SESS_CLOSE,
          SQL_STMT_EXECUTE,
          CRUD_FIND,
          CRUD_INSERT,
          CRUD_UPDATE,
          CRUD_DELETE,
          EXPECT_OPEN,
          EXPECT_CLOSE,
          CRUD_CREATE_VIEW,
          CRUD_MODIFY_VIEW,
          CRUD_DROP_VIEW,
          PREPARE_PREPARE,
          PREPARE_EXECUTE,
          PREPARE_DEALLOCATE,
          CURSOR_OPEN,
          CURSOR_CLOSE,
          CURSOR_FETCH,
          COMPRESSION ->
          unexpected(message, "SESS_AUTHENTICATE_START before it");
    };
  }

  private Step<XInput, Bytes> set(Message message) {
    List<ProtoMessage> entries = message.fields().message(1).messages(1);
    if (!entries.stream().allMatch(Negotiation::isCapability)) {
      return unparsable(message, "name and value of each capability");
    }
    List<Wish> wishes =
        entries.stream().map(entry -> new Wish(entry.bytes(1).latin1(), entry.message(2))).toList();
    for (Wish wish : wishes) {
      if (!Capabilities.knows(wish.name())) {
        return refuse(UNKNOWN_CAPABILITY, "Capability '" + wish.name() + "' doesn't exist");
      }
    }
    return set(message, wishes);
  }

  private Step<XInput, Bytes> set(Message message, List<Wish> wishes) {
    Capabilities wanted = capabilities;
    CompletionStage<SSLEngine> tls = null;
    for (Wish wish : wishes) {
      boolean forTls = wish.name().equals(Capabilities.TLS);
      tls = forTls ? engine(wish) : tls;
      Capabilities next = forTls ? wanted : wanted.with(wish.name(), wish.value());
      if (next == null || (forTls && tls == null)) {
        return refuse(PREPARE_FAILED, "Capability prepare failed for '" + wish.name() + "'");
      }
      wanted = next;
    }
    Step<XInput, Bytes> step = accept(wanted, tls);
    return step.sawAll(clients(message, wishes));
  }

  private Step<XInput, Bytes> accept(
      Capabilities wanted, @Nullable CompletionStage<SSLEngine> tls) {
    if (tls == null) {
      return Step.<XInput, Bytes>silent(new Negotiation(session, wanted)).reply(XReply.OK);
    }
    var next = new Negotiation(session.withinTls(), wanted);
    return Step.<XInput, Bytes>silent(next).reply(XReply.OK).startTls(tls);
  }

  /** The server's side of TLS, where the wish is for it and it can be had. */
  private @Nullable CompletionStage<SSLEngine> engine(Wish wish) {
    boolean wanted = Boolean.TRUE.equals(Capabilities.flag(wish.value()));
    return wanted && !session.secure() ? session.server().tls().get() : null;
  }

  private static List<Event> clients(Message message, List<Wish> wishes) {
    return List.copyOf(
        wishes.stream()
            .filter(wish -> wish.name().equals(Capabilities.ATTRIBUTES))
            .map(wish -> client(wish.value(), message))
            .toList());
  }

  private Step<XInput, Bytes> refuse(int code, String latin1) {
    return Step.<XInput, Bytes>silent(this).reply(XReply.error(false, code, latin1));
  }

  private static boolean isCapability(ProtoMessage entry) {
    return entry.end() == ProtoMessage.End.WHOLE
        && entry.has(1)
        && entry.message(2).end() == ProtoMessage.End.WHOLE
        && entry.message(2).has(1);
  }

  private static ClientIdentified client(ProtoMessage object, Message message) {
    List<Field> attributes =
        object.message(3).messages(1).stream()
            .map(field -> new Field(utf8(field.bytes(1)), utf8(string(field.message(2)))))
            .toList();
    String name = value(attributes, "_client_name") + " " + value(attributes, "_client_version");
    return new ClientIdentified(
        Text.of(name.strip()), Map.of(), Field.bounded(attributes), Payload.of(message.raw()));
  }

  private static Bytes string(ProtoMessage any) {
    return any.message(2).message(9).bytes(1);
  }

  private static String value(List<Field> attributes, String name) {
    return attributes.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  private static String utf8(Bytes bytes) {
    return new String(bytes.toByteArray(), UTF_8);
  }
}
