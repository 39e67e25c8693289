package io.honeypods.web;

/**
 * Reads a request line a byte at a time and rejects it at the very byte where nginx does.
 *
 * <p>{@code method SP target [SP HTTP/major.minor]}, where a target is a path or {@code
 * scheme://host[:port][/path]}, and one without a version is HTTP/0.9.
 */
final class RequestLine {
  private static final String NAME = "HTTP/";

  private enum State {
    START,
    METHOD,
    BEFORE_TARGET,
    SCHEME,
    SCHEME_SLASHES,
    HOST,
    IP_LITERAL,
    AFTER_HOST,
    PORT,
    PATH,
    AFTER_TARGET,
    NAME,
    FIRST_MAJOR,
    MAJOR,
    FIRST_MINOR,
    MINOR,
    AFTER_VERSION,
    LINE_FEED
  }

  private final Line line = new Line();
  private final boolean connectTakesAuthority;
  private State state = State.START;
  private int methodEnd;
  private int targetStart;
  private int targetEnd;
  private int hostStart;
  private int hostEnd;
  private int pathStart;
  private int matched;
  private int major;
  private int minor;

  RequestLine(boolean connectTakesAuthority) {
    this.connectTakesAuthority = connectTakesAuthority;
  }

  /** Takes the next byte. */
  Progress accept(byte b) {
    int ch = Byte.toUnsignedInt(b);
    if (state == State.START && (ch == '\r' || ch == '\n')) {
      return Progress.MORE;
    }
    line.add(b);
    return switch (state) {
      case START, METHOD -> method(ch);
      case BEFORE_TARGET -> beforeTarget(ch);
      case SCHEME -> scheme(ch);
      case SCHEME_SLASHES -> schemeSlashes(ch);
      case HOST -> host(ch);
      case IP_LITERAL -> ipLiteral(ch);
      case AFTER_HOST -> afterHost(ch);
      case PORT -> isDigit(ch) ? Progress.MORE : afterAuthority(ch);
      case PATH -> path(ch);
      case AFTER_TARGET -> afterTarget(ch);
      case NAME -> name(ch);
      case FIRST_MAJOR, MAJOR -> major(ch);
      case FIRST_MINOR, MINOR -> minor(ch);
      case AFTER_VERSION -> ch == ' ' ? Progress.MORE : lineEnd(ch);
      case LINE_FEED -> ch == '\n' ? Progress.LINE : Progress.BAD;
    };
  }

  /** Whether nothing but empty lines came so far. */
  boolean isEmpty() {
    return state == State.START;
  }

  /** Bytes of the line itself, without empty lines before it. */
  int length() {
    return line.length();
  }

  String method() {
    return line.text(0, methodEnd);
  }

  String target() {
    return line.text(targetStart, targetEnd == 0 ? line.length() : targetEnd);
  }

  /** The target from its path on; empty where an absolute one has no path. */
  String pathAndQuery() {
    return pathStart == 0 ? "" : line.text(pathStart, targetEnd);
  }

  boolean hasAuthority() {
    return hostStart > 0;
  }

  /** The host of an absolute target as sent. */
  String authority() {
    return line.text(hostStart, hostEnd);
  }

  int major() {
    return major;
  }

  int minor() {
    return minor;
  }

  private Progress method(int ch) {
    if (ch == ' ' && state == State.METHOD) {
      methodEnd = line.length() - 1;
      return to(State.BEFORE_TARGET);
    }
    return (ch >= 'A' && ch <= 'Z') || ch == '_' || ch == '-' ? to(State.METHOD) : Progress.BAD;
  }

  private Progress beforeTarget(int ch) {
    if (ch == ' ') {
      return Progress.MORE;
    }
    targetStart = line.length() - 1;
    if (connectTakesAuthority && method().equals("CONNECT")) {
      hostStart = targetStart;
      return host(ch);
    }
    if (ch == '/') {
      pathStart = targetStart;
      return to(State.PATH);
    }
    return isLetter(ch) ? to(State.SCHEME) : Progress.BAD;
  }

  private Progress scheme(int ch) {
    if (isLetter(ch) || isDigit(ch) || ch == '+' || ch == '-' || ch == '.') {
      return Progress.MORE;
    }
    matched = 0;
    return ch == ':' ? to(State.SCHEME_SLASHES) : Progress.BAD;
  }

  private Progress schemeSlashes(int ch) {
    if (ch != '/') {
      return Progress.BAD;
    }
    if (++matched == 2) {
      hostStart = line.length();
      return to(State.HOST);
    }
    return Progress.MORE;
  }

  private Progress host(int ch) {
    if (ch == '[' && line.length() - 1 == hostStart) {
      return to(State.IP_LITERAL);
    }
    return isLetter(ch) || isDigit(ch) || ch == '.' || ch == '-' ? to(State.HOST) : afterHost(ch);
  }

  private Progress ipLiteral(int ch) {
    if (ch == ']') {
      return to(State.AFTER_HOST);
    }
    boolean allowed = isLetter(ch) || isDigit(ch) || "-._~:!$&'()*+,;=".indexOf(ch) >= 0;
    return allowed ? Progress.MORE : Progress.BAD;
  }

  private Progress afterHost(int ch) {
    hostEnd = line.length() - 1;
    return ch == ':' ? to(State.PORT) : afterAuthority(ch);
  }

  private Progress afterAuthority(int ch) {
    boolean tunnel = hostStart == targetStart;
    if (ch == ' ' && (!tunnel || state == State.PORT)) {
      targetEnd = line.length() - 1;
      return to(State.AFTER_TARGET);
    }
    if (tunnel || (ch != '/' && ch != '?')) {
      return Progress.BAD;
    }
    pathStart = line.length() - 1;
    return to(State.PATH);
  }

  private Progress path(int ch) {
    return switch (ch) {
      case ' ' -> {
        targetEnd = line.length() - 1;
        yield to(State.AFTER_TARGET);
      }
      case '\r', '\n' -> {
        targetEnd = line.length() - 1;
        yield lineEnd(ch);
      }
      default -> ch < 0x20 || ch == 0x7f ? Progress.BAD : Progress.MORE;
    };
  }

  private Progress afterTarget(int ch) {
    if (ch == ' ') {
      return Progress.MORE;
    }
    if (ch == 'H') {
      matched = 1;
      return to(State.NAME);
    }
    return lineEnd(ch);
  }

  private Progress name(int ch) {
    if (ch != NAME.charAt(matched)) {
      return Progress.BAD;
    }
    return ++matched == NAME.length() ? to(State.FIRST_MAJOR) : Progress.MORE;
  }

  private Progress major(int ch) {
    if (ch == '.' && state == State.MAJOR) {
      return to(State.FIRST_MINOR);
    }
    if (!isDigit(ch) || (ch == '0' && state == State.FIRST_MAJOR)) {
      return Progress.BAD;
    }
    major = major * 10 + ch - '0';
    return major > 1 ? Progress.BAD_VERSION : to(State.MAJOR);
  }

  private Progress minor(int ch) {
    if (isDigit(ch)) {
      if (minor > 99) {
        return Progress.BAD;
      }
      minor = minor * 10 + ch - '0';
      return to(State.MINOR);
    }
    if (state == State.FIRST_MINOR) {
      return Progress.BAD;
    }
    return ch == ' ' ? to(State.AFTER_VERSION) : lineEnd(ch);
  }

  private Progress lineEnd(int ch) {
    return switch (ch) {
      case '\r' -> to(State.LINE_FEED);
      case '\n' -> Progress.LINE;
      default -> Progress.BAD;
    };
  }

  private Progress to(State next) {
    state = next;
    return Progress.MORE;
  }

  private static boolean isLetter(int ch) {
    return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
  }

  private static boolean isDigit(int ch) {
    return ch >= '0' && ch <= '9';
  }
}
