package io.honeypods.mysql.sql;

import java.util.Locale;

/** The tables of information_schema that describe routines, triggers and events. */
final class InfoRoutines {
  static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private final SystemDirectory directory;

  InfoRoutines(SystemDirectory directory) {
    this.directory = directory;
  }

  void routines(RowSheet sheet, Session viewer) {
    for (Schema schema : directory.schemas(viewer)) {
      for (Routine routine : schema.routines().values()) {
        if (routine.kind() == Routine.Kind.FUNCTION || routine.kind() == Routine.Kind.PROCEDURE) {
          routine(sheet, schema, routine);
        }
      }
    }
  }

  private static void routine(RowSheet sheet, Schema schema, Routine routine) {
    sheet
        .row()
        .put("SPECIFIC_NAME", routine.name())
        .put("ROUTINE_CATALOG", "def")
        .put("ROUTINE_SCHEMA", schema.name())
        .put("ROUTINE_NAME", routine.name())
        .put("ROUTINE_TYPE", routine.kind().name())
        .put("DATA_TYPE", routine.kind() == Routine.Kind.FUNCTION ? "int" : "")
        .put("ROUTINE_BODY", "SQL")
        .put("ROUTINE_DEFINITION", routine.body())
        .put("EXTERNAL_LANGUAGE", "SQL")
        .put("PARAMETER_STYLE", "SQL")
        .put("IS_DETERMINISTIC", "NO")
        .put("SQL_DATA_ACCESS", "CONTAINS SQL")
        .put("SECURITY_TYPE", "DEFINER")
        .put("CREATED", routine.created())
        .put("LAST_ALTERED", routine.created())
        .put("SQL_MODE", SQL_MODE)
        .put("ROUTINE_COMMENT", "")
        .put("DEFINER", InfoObjects.bare(routine.definer()))
        .put("CHARACTER_SET_CLIENT", "utf8mb4")
        .put("COLLATION_CONNECTION", "utf8mb4_0900_ai_ci")
        .put("DATABASE_COLLATION", schema.collation().name());
  }

  void triggers(RowSheet sheet, Session viewer) {
    for (Schema schema : directory.schemas(viewer)) {
      for (Routine trigger : ShowPrograms.ofKind(schema, Routine.Kind.TRIGGER)) {
        Timing timing = timing(trigger);
        sheet
            .row()
            .put("TRIGGER_CATALOG", "def")
            .put("TRIGGER_SCHEMA", schema.name())
            .put("TRIGGER_NAME", trigger.name())
            .put("EVENT_MANIPULATION", timing.event())
            .put("EVENT_OBJECT_CATALOG", "def")
            .put("EVENT_OBJECT_SCHEMA", schema.name())
            .put("EVENT_OBJECT_TABLE", trigger.table())
            .put("ACTION_ORDER", 1)
            .put("ACTION_STATEMENT", trigger.body())
            .put("ACTION_ORIENTATION", "ROW")
            .put("ACTION_TIMING", timing.when())
            .put("ACTION_REFERENCE_OLD_ROW", "OLD")
            .put("ACTION_REFERENCE_NEW_ROW", "NEW")
            .value("CREATED", RowSheet.time(trigger.created(), 2))
            .put("SQL_MODE", SQL_MODE)
            .put("DEFINER", InfoObjects.bare(trigger.definer()))
            .put("CHARACTER_SET_CLIENT", "utf8mb4")
            .put("COLLATION_CONNECTION", "utf8mb4_0900_ai_ci")
            .put("DATABASE_COLLATION", schema.collation().name());
      }
    }
  }

  void events(RowSheet sheet, Session viewer) {
    for (Schema schema : directory.schemas(viewer)) {
      for (Routine event : ShowPrograms.ofKind(schema, Routine.Kind.EVENT)) {
        sheet
            .row()
            .put("EVENT_CATALOG", "def")
            .put("EVENT_SCHEMA", schema.name())
            .put("EVENT_NAME", event.name())
            .put("DEFINER", InfoObjects.bare(event.definer()))
            .put("TIME_ZONE", "SYSTEM")
            .put("EVENT_BODY", "SQL")
            .put("EVENT_DEFINITION", event.body())
            .put("EVENT_TYPE", "RECURRING")
            .put("INTERVAL_VALUE", "1")
            .put("INTERVAL_FIELD", "HOUR")
            .put("SQL_MODE", SQL_MODE)
            .put("STARTS", event.created())
            .put("STATUS", "ENABLED")
            .put("ON_COMPLETION", "NOT PRESERVE")
            .put("CREATED", event.created())
            .put("LAST_ALTERED", event.created())
            .put("EVENT_COMMENT", "")
            .put("ORIGINATOR", 1)
            .put("CHARACTER_SET_CLIENT", "utf8mb4")
            .put("COLLATION_CONNECTION", "utf8mb4_0900_ai_ci")
            .put("DATABASE_COLLATION", schema.collation().name());
      }
    }
  }

  /** When a trigger fires, from the words of its statement. */
  static Timing timing(Routine trigger) {
    String text = (trigger.head() + " " + trigger.sql()).toUpperCase(Locale.ROOT);
    int before = text.indexOf("BEFORE ");
    int after = text.indexOf("AFTER ");
    boolean early = before >= 0 && (after < 0 || before < after);
    String rest = text.substring(Math.max(0, early ? before + 7 : after + 6)).strip();
    String event =
        rest.startsWith("UPDATE") ? "UPDATE" : rest.startsWith("DELETE") ? "DELETE" : "INSERT";
    return new Timing(early ? "BEFORE" : "AFTER", event);
  }

  /** Such as BEFORE INSERT. */
  record Timing(String when, String event) {}
}
