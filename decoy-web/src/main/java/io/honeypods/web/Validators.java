package io.honeypods.web;

import io.honeypods.web.Resource.File;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What tells one version of a file from another, and what conditions on it come to.
 *
 * @param etag of the modification time and size, in hex, with its quotes
 * @param seconds the modification time in Unix time
 */
record Validators(String etag, long seconds) {
  /** The modification time that nginx takes for "unknown". */
  private static final long UNKNOWN = -1;

  static Validators of(File file) {
    long seconds = file.modified().getEpochSecond();
    String time = (seconds < 0 ? "-" : "") + Long.toHexString(Math.abs(seconds));
    return new Validators(
        "\"" + time + "-" + Integer.toHexString(file.content().length()) + "\"", seconds);
  }

  /** The {@code Last-Modified} header; null where the time is unknown. */
  @Nullable String lastModified() {
    return seconds == UNKNOWN ? null : HttpDate.format(Instant.ofEpochSecond(Math.max(0, seconds)));
  }

  /** The status that the request's conditions come to: 200, 304 or 412. */
  int evaluate(RequestHead request) {
    String unmodified = request.header("If-Unmodified-Since");
    if (unmodified != null && isModifiedSince(unmodified)) {
      return 412;
    }
    String match = request.header("If-Match");
    if (match != null && !matches(match, false)) {
      return 412;
    }
    String since = request.header("If-Modified-Since");
    String noneMatch = request.header("If-None-Match");
    if (since == null && noneMatch == null) {
      return 200;
    }
    boolean changed =
        (since != null && !isExactly(since)) || (noneMatch != null && !matches(noneMatch, true));
    return changed ? 200 : 304;
  }

  /** Whether a {@code Range} may be honoured, as far as {@code If-Range} goes. */
  boolean permitsRange(@Nullable String ifRange) {
    if (ifRange == null) {
      return true;
    }
    boolean tag = ifRange.length() >= 2 && ifRange.endsWith("\"");
    return tag ? ifRange.equals(etag) : isExactly(ifRange);
  }

  private boolean isModifiedSince(String date) {
    OptionalLong time = HttpDate.parse(date);
    return seconds == UNKNOWN || seconds > time.orElse(UNKNOWN);
  }

  private boolean isExactly(String date) {
    OptionalLong time = HttpDate.parse(date);
    return seconds != UNKNOWN && time.isPresent() && time.getAsLong() == seconds;
  }

  /** Whether a list of entity tags has ours; {@code weak} takes {@code W/"…"} for it too. */
  private boolean matches(String list, boolean weak) {
    if (list.equals("*")) {
      return true;
    }
    int at = 0;
    while (at < list.length()) {
      if (weak && list.startsWith("W/\"", at)) {
        at += 2;
      }
      if (list.startsWith(etag, at) && isEndOfTag(list, at + etag.length())) {
        return true;
      }
      at = nextTag(list, at);
    }
    return false;
  }

  private static boolean isEndOfTag(String list, int at) {
    int end = at;
    while (end < list.length() && (list.charAt(end) == ' ' || list.charAt(end) == '\t')) {
      end++;
    }
    return end == list.length() || list.charAt(end) == ',';
  }

  private static int nextTag(String list, int at) {
    int comma = list.indexOf(',', at);
    if (comma < 0) {
      return list.length();
    }
    int next = comma;
    while (next < list.length() && ", \t".indexOf(list.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }
}
