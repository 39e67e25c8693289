package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running of one statement: its bounds, its clock, and what it leaves beside its result. */
final class Run {
  private static final int MAX_WARNINGS = 1024;

  private final Session session;
  private final Limits limits;
  private final Instant now;
  private final long deadline;
  private final List<Value> parameters;
  private final List<Event> seen = new ArrayList<>();
  private final Map<Object, Object> kept = new HashMap<>();
  private Duration delay = Duration.ZERO;
  private long rows;
  private long bytes;
  private boolean scanned;
  private int warningsBefore;
  private boolean strict;
  private boolean changes;

  Run(Session session, List<Value> parameters) {
    this.session = session;
    this.limits = session.server().limits();
    this.now = session.server().clock().instant();
    this.deadline = System.nanoTime() + limits.time().toNanos();
    this.parameters = parameters;
  }

  Session session() {
    return session;
  }

  SqlServer server() {
    return session.server();
  }

  Instant now() {
    return now;
  }

  /** The time in the session's zone. */
  LocalDateTime local() {
    return LocalDateTime.ofInstant(session.settings().timestamp(now), session.settings().zone());
  }

  LocalDateTime utc() {
    return LocalDateTime.ofInstant(session.settings().timestamp(now), ZoneOffset.UTC);
  }

  Value parameter(int index) {
    return index < parameters.size() ? parameters.get(index) : Value.NULL;
  }

  boolean hasParameters() {
    return !parameters.isEmpty();
  }

  /** Another row was looked at, or as much work was done. */
  void tick() {
    rows++;
    if (rows > limits.rows() || ((rows & 0x3ff) == 0 && System.nanoTime() > deadline)) {
      throw Errors.timeExceeded();
    }
  }

  /** So many bytes more are held for the result. */
  void hold(long more) {
    bytes += more;
    if (bytes > limits.resultBytes()) {
      throw new SqlException(
          1038, "HY001", "Out of sort memory, consider increasing server sort buffer size");
    }
  }

  /** The most bytes that one string may become. */
  long maxString() {
    return Math.min(limits.resultBytes(), 1 << 20);
  }

  void hold(Value[] row) {
    hold(Table.size(row));
  }

  void delay(Duration more) {
    delay = delay.plus(more);
  }

  Duration delay() {
    return delay;
  }

  void saw(Event event) {
    seen.add(event);
  }

  List<Event> seen() {
    return seen;
  }

  /** What a node keeps for as long as the statement runs. */
  Map<Object, Object> kept() {
    return kept;
  }

  void warn(int code, String message) {
    warn(Warning.Level.WARNING, code, message);
  }

  /** A value does not fit: a warning, and error 1292 where strict mode guards a change. */
  void truncated(String message) {
    if (strict && session.settings().strict()) {
      throw new SqlException(1292, "22007", message);
    }
    warn(1292, message);
  }

  void note(int code, String message) {
    warn(Warning.Level.NOTE, code, message);
  }

  private void warn(Warning.Level level, int code, String message) {
    if (session.warnings().size() < MAX_WARNINGS) {
      session.warnings().add(new Warning(level, code, message));
    }
  }

  /** A table was read from end to end. */
  void scanned() {
    scanned = true;
  }

  /** The columns of the result are known: what is warned of from now on comes of its rows. */
  void columnsKnown() {
    warningsBefore = session.warnings().size();
  }

  int warningsBefore() {
    return warningsBefore;
  }

  boolean wasScanned() {
    return scanned;
  }

  /** Whether data are being changed, where what SELECT warns of is an error. */
  boolean strict() {
    return strict;
  }

  void strict(boolean changes) {
    strict = changes;
  }

  /** Rows are being changed. */
  void changing() {
    changes = true;
  }

  boolean changes() {
    return changes;
  }

  @Nullable Value variable(SystemVariables.Scope scope, String name) {
    return server().system().variables().get(session, scope, name);
  }
}
