package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads DROP of what lies in schemata, and of schemata. */
final class DropParser {
  private final Cursor in;

  DropParser(Cursor in) {
    this.in = in;
  }

  Statement drop() {
    in.next();
    boolean temporary = in.accept("TEMPORARY");
    if (in.accept("TABLE") || in.accept("TABLES")) {
      boolean ifExists = DdlParser.ifExists(in);
      List<Statement.Name> names = qualifiedNames();
      if (!in.accept("CASCADE")) {
        in.accept("RESTRICT");
      }
      return new Statement.DropTables(names, ifExists, temporary, false);
    }
    if (in.accept("VIEW")) {
      boolean ifExists = DdlParser.ifExists(in);
      return new Statement.DropTables(qualifiedNames(), ifExists, false, true);
    }
    if (in.accept("DATABASE") || in.accept("SCHEMA")) {
      boolean ifExists = DdlParser.ifExists(in);
      return new Statement.DropSchema(in.identifier(), ifExists);
    }
    if (in.accept("INDEX")) {
      String name = in.isWord("PRIMARY") ? in.next().text() : in.identifier();
      in.expect("ON");
      Statement.Name table = in.qualified();
      DdlParser.tableTail(in);
      return new Statement.AlterTable(table, List.of(new Statement.Change.DropKey(name)));
    }
    Routine.Kind kind =
        switch (in.peek().text().toUpperCase(Locale.ROOT)) {
          case "PROCEDURE" -> Routine.Kind.PROCEDURE;
          case "FUNCTION" -> Routine.Kind.FUNCTION;
          case "TRIGGER" -> Routine.Kind.TRIGGER;
          case "EVENT" -> Routine.Kind.EVENT;
          default -> throw in.error();
        };
    in.next();
    boolean ifExists = DdlParser.ifExists(in);
    return new Statement.DropRoutine(kind, in.qualified(), ifExists);
  }

  private List<Statement.Name> qualifiedNames() {
    var names = new ArrayList<Statement.Name>();
    do {
      names.add(in.qualified());
    } while (in.acceptSign(","));
    return names;
  }
}
