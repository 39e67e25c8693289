package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Payload;
import io.netty.util.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one head; stops at the byte that decides what it is. */
final class HeadReader implements ByteProcessor {
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

  private final boolean pipelined;
  private final HeadBytes raw = new HeadBytes();
  private final HeaderBuffers buffers = new HeaderBuffers();
  private final RequestLine line;
  private final HeaderLine header = new HeaderLine();
  private final List<Field> headers = new ArrayList<>();
  private int ordinaryHeaders;
  private boolean lineRead;
  private boolean lineEnded;
  private String path = "";
  private @Nullable String query;
  private @Nullable String authority;
  private boolean inHeaders;
  private @Nullable HttpInput input;

  /**
   * One of a version of nginx.
   *
   * @param pipelined whether its first bytes came together with those of the request before
   */
  HeadReader(NginxVersion version, boolean pipelined) {
    this.line = new RequestLine(version.connectTakesAuthority());
    this.pipelined = pipelined;
  }

  /** What was decided; null as long as nothing was. */
  @Nullable HttpInput input() {
    return input;
  }

  /** Whether it was the end of a line that decided. */
  boolean lineEnded() {
    return lineEnded;
  }

  /** Bytes so far. */
  int length() {
    return raw.length();
  }

  /** The bytes so far, and some more. */
  Payload with(Bytes more) {
    return raw.with(more);
  }

  @Override
  public boolean process(byte b) {
    raw.add(b);
    input = inHeaders ? header(b) : requestLine(b);
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
    inHeaders = true;
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
    return new HttpInput.Bad(request(), 400, true, tooLong("headers"), raw.with(Bytes.EMPTY));
  }

  private HttpInput bad(int status, String problem) {
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
