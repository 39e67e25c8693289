package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** System variables of a session that follow from something else until they are set. */
final class ComputedVariables {
  private final SqlServer server;

  ComputedVariables(SqlServer server) {
    this.server = server;
  }

  /** Its value, or null where the session or the server keeps one. */
  @Nullable Value value(Session session, String name) {
    boolean own = session.variables().containsKey(name);
    return switch (name) {
      case "timestamp" -> own ? null : now();
      case "pseudo_thread_id" -> own ? null : unsigned(session.client().connectionId());
      case "warning_count" -> unsigned(session.diagnostics().warningCount());
      case "error_count" -> unsigned(session.diagnostics().errorCount());
      case "rand_seed1", "rand_seed2" -> unsigned(0);
      case "identity", "last_insert_id" -> unsigned(session.tally().lastInsertId());
      case "character_set_database" -> own ? null : schemaCollation(session, true);
      case "collation_database" -> own ? null : schemaCollation(session, false);
      case "character_set_client", "character_set_results", "character_set_connection" ->
          own ? null : clientCollation(session, true);
      case "collation_connection" -> own ? null : clientCollation(session, false);
      default -> null;
    };
  }

  private static Value unsigned(long value) {
    return new Value.Int(BigInteger.valueOf(value), true);
  }

  private Value now() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, server.clock().instant());
    return new Value.Real(micros / 1e6);
  }

  private @Nullable Value schemaCollation(Session session, boolean charset) {
    String current = session.schema();
    Schema schema = current == null ? null : server.catalogue().schema(current);
    if (schema == null) {
      return null;
    }
    return new Value.Text(charset ? schema.collation().charset() : schema.collation().name());
  }

  private static @Nullable Value clientCollation(Session session, boolean charset) {
    Collation found = Collation.ofId(session.client().collation());
    return found == null ? null : new Value.Text(charset ? found.charset() : found.name());
  }
}
