package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Framing;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Cuts HTTP requests out of a stream by nginx's rules, and refuses each at the byte where nginx
 * refuses it. The byte that decided stays unread, as it stays in nginx's buffer.
 */
final class HttpFraming implements Framing<HttpInput> {
  private enum Phase {
    FIRST,
    NEXT,
    HEAD,
    BODY,
    OVER
  }

  private final NginxVersion version;
  private Phase phase = Phase.FIRST;
  private boolean pipelined;
  private @Nullable HeadReader reader;
  private @Nullable BodyReader body;

  HttpFraming(NginxVersion version) {
    this.version = version;
  }

  @Override
  public @Nullable HttpInput next(ByteBuf in) {
    while (in.isReadable() || (body != null && body.isComplete())) {
      HttpInput input = step(in);
      if (input != null) {
        return input;
      }
    }
    return null;
  }

  @Override
  public int held() {
    return reader == null ? 0 : reader.length();
  }

  @Override
  public Payload unfinished(Bytes unread) {
    return reader == null ? Payload.of(unread) : reader.with(unread);
  }

  private @Nullable HttpInput step(ByteBuf in) {
    return switch (phase) {
      case FIRST, NEXT -> begin();
      case HEAD -> head(in);
      case BODY -> body(in);
      case OVER -> {
        in.skipBytes(in.readableBytes());
        yield null;
      }
    };
  }

  private @Nullable HttpInput begin() {
    boolean first = phase == Phase.FIRST;
    reader = new HeadReader(version, pipelined);
    phase = Phase.HEAD;
    return first ? null : new HttpInput.Begun();
  }

  private @Nullable HttpInput head(ByteBuf in) {
    HeadReader current = reader == null ? new HeadReader(version, pipelined) : reader;
    int decided = in.forEachByte(current);
    HttpInput input = current.input();
    if (decided < 0) {
      in.skipBytes(in.readableBytes());
    } else {
      in.readerIndex(
          current.lineEnded() || !(input instanceof HttpInput.Bad) ? decided + 1 : decided);
    }
    if (input != null) {
      reader = null;
    }
    if (input instanceof HttpInput.Bad) {
      phase = Phase.OVER;
    }
    return input instanceof HttpInput.Head head ? bodyOf(head, in) : input;
  }

  private HttpInput bodyOf(HttpInput.Head head, ByteBuf in) {
    if (head.body().isEmpty()) {
      endRequest(in);
      return head;
    }
    phase = Phase.BODY;
    body = BodyReader.of(head.body(), in.readableBytes());
    boolean broken = head.body().chunked() && BodyReader.of(head.body(), 0).isBrokenBy(in.slice());
    return new HttpInput.Head(head.request(), head.body(), head.buffered(), broken);
  }

  private @Nullable HttpInput body(ByteBuf in) {
    HttpInput input = body == null ? new HttpInput.BodyEnd(true) : body.next(in);
    if (input instanceof HttpInput.BodyEnd) {
      endRequest(in);
      body = null;
    }
    return input;
  }

  private void endRequest(ByteBuf in) {
    phase = Phase.NEXT;
    pipelined = in.isReadable();
  }
}
