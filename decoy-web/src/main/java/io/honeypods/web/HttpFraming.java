package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts HTTP requests out of a stream by nginx's rules, and refuses each at the byte where nginx
 * refuses it. The byte that decided stays unread, as it stays in nginx's buffer.
 */
final class HttpFraming implements Framing<HttpInput> {
  private static final int MAX_HEADERS = 1000;
  private static final Set<String> UNIQUE =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "if-modified-since",
          "if-unmodified-since",
          "if-match",
          "if-none-match",
          "if-range",
          "authorization",
          "expect");

  private enum Phase {
    FIRST,
    NEXT,
    REQUEST_LINE,
    HEADERS,
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
    return reader == null ? 0 : reader.raw.length();
  }

  @Override
  public Payload unfinished(Bytes unread) {
    return reader == null ? Payload.of(unread) : reader.raw.with(unread);
  }

  private @Nullable HttpInput step(ByteBuf in) {
    return switch (phase) {
      case FIRST, NEXT -> begin();
      case REQUEST_LINE, HEADERS -> head(in);
      case BODY -> body(in);
      case OVER -> {
        in.skipBytes(in.readableBytes());
        yield null;
      }
    };
  }

  private @Nullable HttpInput begin() {
    boolean first = phase == Phase.FIRST;
    reader = new HeadReader();
    phase = Phase.REQUEST_LINE;
    return first ? null : new HttpInput.Begun();
  }

  private @Nullable HttpInput head(ByteBuf in) {
    HeadReader current = reader == null ? new HeadReader() : reader;
    int decided = in.forEachByte(current);
    HttpInput input = current.input;
    if (decided < 0) {
      in.skipBytes(in.readableBytes());
    } else {
      in.readerIndex(
          current.lineEnded || !(input instanceof HttpInput.Bad) ? decided + 1 : decided);
    }
    if (input != null) {
      reader = null;
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

  /** Reads one head; stops at the byte that decides what it is. */
  private final class HeadReader implements ByteProcessor {
    private final HeadBytes raw = new HeadBytes();
    private final HeaderBuffers buffers = new HeaderBuffers();
    private final RequestLine line = new RequestLine(version.connectTakesAuthority());
    private final HeaderLine header = new HeaderLine();
    private final List<Field> headers = new ArrayList<>();
    private int ordinaryHeaders;
    private boolean lineRead;
    private boolean lineEnded;
    private String path = "";
    private @Nullable String query;
    private @Nullable String authority;
    private @Nullable HttpInput input;

    @Override
    public boolean process(byte b) {
      raw.add(b);
      input = phase == Phase.REQUEST_LINE ? requestLine(b) : header(b);
      return input == null;
    }

    private @Nullable HttpInput requestLine(byte b) {
      Progress progress = line.accept(b);
      return switch (progress) {
        case BAD, END -> bad(400, problem("request line", line.length(), b));
        case BAD_VERSION -> bad(505, "HTTP version " + line.major() + " (expected 1)");
        case LINE -> lineEnd();
        case MORE -> {
          if (line.isEmpty()) {
            raw.clear();
            buffers.addEmpty();
            yield null;
          }
          yield buffers.add(line.length()) ? null : bad(414, tooLong("request line"));
        }
      };
    }

    private HttpInput head(BodyLength length) {
      boolean buffered = pipelined || buffers.isFullAfterNext();
      return new HttpInput.Head(request(), length, buffered, false);
    }

    private @Nullable HttpInput lineEnd() {
      lineRead = true;
      lineEnded = true;
      if (line.hasAuthority()) {
        authority = HostName.normalise(line.authority());
        if (authority == null) {
          return bad(400, "host in request target (expected a host name)");
        }
      }
      TargetPath target = TargetPath.parse(line.pathAndQuery());
      if (target == null) {
        return bad(400, "request target (expected a path below the root, properly encoded)");
      }
      path = target.path();
      query = target.query();
      if (line.major() == 0) {
        return line.method().equals("GET")
            ? head(BodyLength.NONE)
            : bad(400, "HTTP/0.9 method " + line.method() + " (expected GET)");
      }
      phase = Phase.HEADERS;
      return buffers.add(0) ? null : tooLarge();
    }

    private @Nullable HttpInput header(byte b) {
      lineEnded = false;
      return switch (header.accept(b)) {
        case BAD, BAD_VERSION -> bad(400, problem("header line", header.length(), b));
        case END -> head(BodyLength.of(request()));
        case LINE -> headerEnd();
        case MORE -> buffers.add(header.length()) ? null : tooLarge();
      };
    }

    private @Nullable HttpInput headerEnd() {
      Field field = header.field();
      lineEnded = true;
      if (header.isOrdinary()) {
        if (++ordinaryHeaders > MAX_HEADERS) {
          return tooLarge();
        }
        String problem = problemWith(field);
        headers.add(field);
        if (problem != null) {
          return bad(400, problem);
        }
      } else {
        headers.add(field);
      }
      header.clear();
      return buffers.add(0) ? null : tooLarge();
    }

    private @Nullable String problemWith(Field field) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (UNIQUE.contains(name) && request().header(name) != null) {
        return "second header " + name + " (expected one)";
      }
      return name.equals("host") && HostName.normalise(field.value()) == null
          ? "host \"" + field.value() + "\" (expected a host name)"
          : null;
    }

    private HttpInput tooLarge() {
      lineEnded = false;
      phase = Phase.OVER;
      return new HttpInput.Bad(request(), 400, true, tooLong("headers"), raw.with(Bytes.EMPTY));
    }

    private HttpInput bad(int status, String problem) {
      phase = Phase.OVER;
      return new HttpInput.Bad(request(), status, false, problem, raw.with(Bytes.EMPTY));
    }

    private RequestHead request() {
      return new RequestHead(
          line.method(),
          line.target(),
          path,
          query,
          authority,
          line.major(),
          line.minor(),
          lineRead,
          headers);
    }

    private static String problem(String where, int position, byte b) {
      return "byte 0x%02x at %d of the %s (expected what HTTP/1 has there)"
          .formatted(b, position, where);
    }

    private static String tooLong(String what) {
      return what + " too long (expected to fit " + HeaderBuffers.LARGE + " byte buffers)";
    }
  }
}
