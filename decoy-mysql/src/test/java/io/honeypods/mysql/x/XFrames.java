package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.io.ByteArrayOutputStream;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Our X plugin without sockets, and frames as a client sends them. */
final class XFrames {
  static final Protocol<XInput, Bytes> PROTOCOL =
      new Protocol<>(
          XFraming::new,
          ReplyEncoder.BYTES,
          clock ->
              XConversation.begin(
                  XSession.begin(
                      "192.0.2.7", new XServer(clock, new SplittableRandom(1), () -> null))));
  static final Bytes GET = frame(1, Bytes.EMPTY);
  static final Bytes CLOSE = frame(3, Bytes.EMPTY);

  /** The same with TLS. */
  static final Protocol<XInput, Bytes> WITH_TLS =
      new Protocol<>(
          XFraming::new,
          ReplyEncoder.BYTES,
          clock ->
              XConversation.begin(
                  XSession.begin(
                      "192.0.2.7", new XServer(clock, new SplittableRandom(1), XFrames::engine))));

  private XFrames() {}

  private static CompletionStage<SSLEngine> engine() {
    try {
      return CompletableFuture.completedStage(SSLContext.getDefault().createSSLEngine());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static Play<XInput, Bytes> begin() {
    return PROTOCOL.begin();
  }

  static Bytes frame(int type, Bytes body) {
    var out = new ByteArrayOutputStream();
    int length = body.length() + 1;
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(length >>> shift);
    }
    out.write(type);
    out.writeBytes(body.toByteArray());
    return Bytes.of(out.toByteArray());
  }

  static Bytes start(String mechanism) {
    return frame(4, new ProtoWriter().text(1, mechanism).bytes());
  }

  static Bytes start(String mechanism, String data) {
    return frame(4, new ProtoWriter().text(1, mechanism).text(2, data).bytes());
  }

  static Bytes answer(String login) {
    return frame(5, new ProtoWriter().text(1, login).bytes());
  }

  static Bytes set(ProtoWriter... capabilities) {
    var list = new ProtoWriter();
    for (ProtoWriter capability : capabilities) {
      list.message(1, capability);
    }
    return frame(2, new ProtoWriter().message(1, list).bytes());
  }

  static ProtoWriter capability(String name, boolean value) {
    var scalar = new ProtoWriter().number(1, 7).number(8, value ? 1 : 0);
    return capability(name, new ProtoWriter().number(1, 1).message(2, scalar));
  }

  static ProtoWriter capability(String name, ProtoWriter value) {
    return new ProtoWriter().text(1, name).message(2, value);
  }

  static ProtoWriter attribute(String name, String value) {
    var string = new ProtoWriter().number(1, 8).message(9, new ProtoWriter().text(1, value));
    return new ProtoWriter()
        .text(1, name)
        .message(2, new ProtoWriter().number(1, 1).message(2, string));
  }

  static Bytes join(Bytes... parts) {
    var out = new ByteArrayOutputStream();
    for (Bytes part : parts) {
      out.writeBytes(part.toByteArray());
    }
    return Bytes.of(out.toByteArray());
  }

  static Bytes error(boolean fatal, int code, String text) {
    return XReply.error(fatal, code, text);
  }
}
