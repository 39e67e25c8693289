package io.honeypods.mysql.sql;

import java.util.List;

/** SHOW of routines, triggers and events. */
final class ShowPrograms {
  private final SystemDirectory directory;

  ShowPrograms(SystemDirectory directory) {
    this.directory = directory;
  }

  StatementResult routines(Session session, Cursor cursor, Routine.Kind kind) {
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows("routine status");
    for (Schema schema : directory.schemas(session)) {
      for (Routine routine : ofKind(schema, kind)) {
        rows.add(
            schema.name(),
            routine.name(),
            kind.name(),
            InfoObjects.bare(routine.definer()),
            routine.created(),
            routine.created(),
            "DEFINER",
            "",
            "utf8mb4",
            "utf8mb4_0900_ai_ci",
            schema.collation().name());
      }
    }
    return rows.result(session, filter, 1);
  }

  StatementResult triggers(Session session, Cursor cursor) {
    String wanted = ShowObjects.from(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    Schema schema = directory.schemaOrCurrent(session, wanted);
    var rows = new ShowRows("triggers");
    for (Routine trigger : ofKind(schema, Routine.Kind.TRIGGER)) {
      InfoRoutines.Timing timing = InfoRoutines.timing(trigger);
      rows.add(
          trigger.name(),
          timing.event(),
          trigger.table(),
          trigger.body(),
          timing.when(),
          trigger.created(),
          InfoRoutines.SQL_MODE,
          InfoObjects.bare(trigger.definer()),
          "utf8mb4",
          "utf8mb4_0900_ai_ci",
          schema.collation().name());
    }
    return rows.result(session, filter, 2);
  }

  StatementResult events(Session session, Cursor cursor) {
    String wanted = ShowObjects.from(cursor);
    ShowRows.Filter filter = ShowRows.Filter.read(cursor);
    var rows = new ShowRows("events");
    String name = wanted == null ? session.schema() : wanted;
    if (name == null) {
      throw Errors.noSchema();
    }
    for (Schema schema : directory.schemas(session)) {
      for (Routine event : ofKind(schema, Routine.Kind.EVENT)) {
        if (schema.name().equals(name)) {
          rows.add(
              schema.name(),
              event.name(),
              InfoObjects.bare(event.definer()),
              "SYSTEM",
              "RECURRING",
              null,
              1,
              "HOUR",
              event.created(),
              null,
              "ENABLED",
              1,
              "utf8mb4",
              "utf8mb4_0900_ai_ci",
              schema.collation().name());
        }
      }
    }
    return rows.result(session, filter, 1);
  }

  static List<Routine> ofKind(Schema schema, Routine.Kind kind) {
    return schema.routines().values().stream().filter(routine -> routine.kind() == kind).toList();
  }
}
