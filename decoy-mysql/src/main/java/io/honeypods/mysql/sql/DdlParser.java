package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads CREATE, DROP, ALTER, RENAME and TRUNCATE. */
final class DdlParser {
  private final Cursor in;
  private final QueryParser queries;
  private final TableParser tables;

  DdlParser(Cursor in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
    this.tables = new TableParser(in, queries.expressions());
  }

  Statement create() {
    int start = in.position();
    in.next();
    boolean replace = in.accept("OR", "REPLACE");
    String definer = viewOptions();
    if (in.accept("VIEW")) {
      return view(replace, definer);
    }
    if (in.accept("DATABASE") || in.accept("SCHEMA")) {
      boolean ifNotExists = ifNotExists();
      String name = in.name();
      return new Statement.CreateSchema(name, ifNotExists, schemaCollation());
    }
    boolean temporary = in.accept("TEMPORARY");
    if (in.accept("TABLE")) {
      return table(temporary);
    }
    if (in.isWord("UNIQUE")
        || in.isWord("FULLTEXT")
        || in.isWord("SPATIAL")
        || in.isWord("INDEX")) {
      return index();
    }
    return routine(start);
  }

  private boolean ifNotExists() {
    if (in.accept("IF")) {
      in.expect("NOT");
      in.expect("EXISTS");
      return true;
    }
    return false;
  }

  private boolean ifExists() {
    if (in.accept("IF")) {
      in.expect("EXISTS");
      return true;
    }
    return false;
  }

  private @Nullable String viewOptions() {
    String definer = null;
    for (boolean more = true; more; ) {
      if (in.accept("ALGORITHM")) {
        in.expectSign("=");
        in.next();
      } else if (in.accept("DEFINER")) {
        in.expectSign("=");
        definer = user();
      } else if (in.accept("SQL", "SECURITY")) {
        in.next();
      } else {
        more = false;
      }
    }
    return definer;
  }

  private @Nullable String user() {
    if (in.accept("CURRENT_USER")) {
      if (in.acceptSign("(")) {
        in.expectSign(")");
      }
      return null;
    }
    String name = in.wordOrString();
    String host = in.peek().kind() == Token.Kind.USER_VARIABLE ? in.next().text() : "%";
    return name + "@" + host;
  }

  private @Nullable Collation schemaCollation() {
    String charset = null;
    String collation = null;
    while (!in.atEnd()) {
      in.accept("DEFAULT");
      if (in.accept("COLLATE")) {
        in.acceptSign("=");
        collation = in.wordOrString();
      } else if (in.accept("ENCRYPTION")) {
        in.acceptSign("=");
        in.string();
      } else if (in.accept("CHARSET")
          || in.accept("CHARACTER", "SET")
          || in.accept("CHAR", "SET")) {
        in.acceptSign("=");
        charset = in.isWord("BINARY") ? in.next().text() : in.wordOrString();
      } else {
        throw in.error();
      }
    }
    return charset == null && collation == null
        ? null
        : TypeParser.collation(charset, collation, Collation.DEFAULT);
  }

  private Statement table(boolean temporary) {
    boolean ifNotExists = ifNotExists();
    Statement.Name name = in.qualified();
    var columns = new ArrayList<Statement.ColumnDefinitionSpec>();
    var keys = new ArrayList<Statement.KeySpec>();
    var foreign = new ArrayList<Key.Foreign>();
    Statement.Name like = null;
    if (in.accept("LIKE")) {
      like = in.qualified();
    } else if (in.isSign("(") && in.peek(1).is("LIKE")) {
      in.next();
      in.next();
      like = in.qualified();
      in.expectSign(")");
    } else if (in.isSign("(") && !queries.isQuery()) {
      in.next();
      tables.elements(columns, keys, foreign);
    }
    Statement.TableOptions options = tables.options();
    Query query = null;
    if (like == null) {
      if (!in.accept("IGNORE")) {
        in.accept("REPLACE");
      }
      boolean as = in.accept("AS");
      if (queries.isQuery()) {
        query = queries.query();
      } else if (as) {
        throw in.error();
      }
    }
    if (like == null && query == null && columns.isEmpty()) {
      if (in.atEnd()) {
        throw new SqlException(1113, "42000", "A table must have at least 1 column");
      }
      throw in.error();
    }
    var definition = new Statement.TableDefinition(columns, keys, foreign, options);
    return new Statement.CreateTable(name, temporary, ifNotExists, definition, like, query);
  }

  private Statement index() {
    var kind = Key.Kind.INDEX;
    if (in.accept("UNIQUE")) {
      kind = Key.Kind.UNIQUE;
    } else if (in.accept("FULLTEXT")) {
      kind = Key.Kind.FULLTEXT;
    } else if (in.accept("SPATIAL")) {
      kind = Key.Kind.SPATIAL;
    }
    in.expect("INDEX");
    String name = in.name();
    if (in.accept("USING")) {
      in.name();
    }
    in.expect("ON");
    Statement.Name table = in.qualified();
    Statement.KeySpec key = tables.keyRest(kind, name);
    tableTail();
    return new Statement.AlterTable(table, List.of(new Statement.Change.AddKey(key)));
  }

  private void tableTail() {
    while (in.accept("ALGORITHM") || in.accept("LOCK")) {
      in.acceptSign("=");
      in.next();
    }
  }

  private Statement view(boolean replace, @Nullable String definer) {
    Statement.Name name = in.qualified();
    List<String> columns = in.isSign("(") ? in.names() : List.of();
    in.expect("AS");
    int from = in.position();
    Query query = queries.query();
    String text = in.plainFrom(from);
    String check = "NONE";
    if (in.accept("WITH")) {
      check = in.accept("LOCAL") ? "LOCAL" : "CASCADED";
      in.accept("CASCADED");
      in.expect("CHECK");
      in.expect("OPTION");
    }
    return new Statement.CreateView(name, replace, columns, query, text, definer, check);
  }

  private Statement routine(int start) {
    in.accept("AGGREGATE");
    Token token = in.peek();
    Routine.Kind kind =
        switch (token.text().toUpperCase(Locale.ROOT)) {
          case "PROCEDURE" -> Routine.Kind.PROCEDURE;
          case "FUNCTION" -> Routine.Kind.FUNCTION;
          case "TRIGGER" -> Routine.Kind.TRIGGER;
          case "EVENT" -> Routine.Kind.EVENT;
          default -> throw in.error();
        };
    in.next();
    boolean ifNotExists = ifNotExists();
    Statement.Name name = in.qualified();
    if (kind == Routine.Kind.FUNCTION && in.isWord("RETURNS")) {
      in.next();
      if (!in.accept("STRING")
          && !in.accept("INTEGER")
          && !in.accept("INT")
          && !in.accept("REAL")) {
        in.expect("DECIMAL");
      }
      in.expect("SONAME");
      return new Statement.CreateLibraryFunction(name.name(), in.string(), ifNotExists);
    }
    int from = in.position();
    String table = kind == Routine.Kind.TRIGGER ? triggerHead() : "";
    if (kind == Routine.Kind.EVENT) {
      eventHead();
    } else if (kind != Routine.Kind.TRIGGER) {
      parameters(kind);
    }
    String head = in.plainFrom(from);
    int body = in.position();
    RoutineBody.skip(in);
    return new Statement.CreateRoutine(
        kind, name, table, head, in.plainFrom(body), ifNotExists && start >= 0);
  }

  private String triggerHead() {
    if (!in.accept("BEFORE")) {
      in.expect("AFTER");
    }
    if (!in.accept("INSERT") && !in.accept("UPDATE")) {
      in.expect("DELETE");
    }
    in.expect("ON");
    String table = in.qualified().name();
    in.expect("FOR");
    in.expect("EACH");
    in.expect("ROW");
    return table;
  }

  private void eventHead() {
    in.expect("ON");
    in.expect("SCHEDULE");
    while (!in.atEnd() && !in.isWord("DO")) {
      in.next();
    }
    in.expect("DO");
  }

  private void parameters(Routine.Kind kind) {
    in.expectSign("(");
    int open = 1;
    while (open > 0) {
      Token token = in.peek();
      if (token.kind() == Token.Kind.END) {
        throw in.error();
      }
      open += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
      in.next();
    }
    if (kind == Routine.Kind.FUNCTION) {
      in.expect("RETURNS");
      new TypeParser(in).type();
    }
    boolean more = true;
    while (more) {
      more = RoutineBody.characteristic(in);
    }
  }

  Statement drop() {
    in.next();
    boolean temporary = in.accept("TEMPORARY");
    if (in.accept("TABLE") || in.accept("TABLES")) {
      boolean ifExists = ifExists();
      List<Statement.Name> names = qualifiedNames();
      if (!in.accept("CASCADE")) {
        in.accept("RESTRICT");
      }
      return new Statement.DropTables(names, ifExists, temporary, false);
    }
    if (in.accept("VIEW")) {
      boolean ifExists = ifExists();
      return new Statement.DropTables(qualifiedNames(), ifExists, false, true);
    }
    if (in.accept("DATABASE") || in.accept("SCHEMA")) {
      boolean ifExists = ifExists();
      return new Statement.DropSchema(in.name(), ifExists);
    }
    if (in.accept("INDEX")) {
      String name = in.isWord("PRIMARY") ? in.next().text() : in.name();
      in.expect("ON");
      Statement.Name table = in.qualified();
      tableTail();
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
    boolean ifExists = ifExists();
    return new Statement.DropRoutine(kind, in.qualified(), ifExists);
  }

  private List<Statement.Name> qualifiedNames() {
    var names = new ArrayList<Statement.Name>();
    do {
      names.add(in.qualified());
    } while (in.acceptSign(","));
    return names;
  }

  Statement alter() {
    in.next();
    String definer = viewOptions();
    if (in.accept("VIEW")) {
      return view(true, definer);
    }
    if (in.accept("DATABASE") || in.accept("SCHEMA")) {
      String name = in.isWord("CHARACTER") || in.isWord("DEFAULT") ? "" : in.name();
      return new Statement.AlterSchema(name, schemaCollation());
    }
    if (in.isWord("EVENT") || in.isWord("PROCEDURE") || in.isWord("FUNCTION")) {
      while (!in.atEnd()) {
        in.next();
      }
      return new Statement.Accepted();
    }
    in.expect("TABLE");
    Statement.Name table = in.qualified();
    return new Statement.AlterTable(table, new AlterParser(in, queries, tables).changes());
  }

  Statement rename() {
    in.next();
    if (!in.accept("TABLE")) {
      in.expect("TABLES");
    }
    var from = new ArrayList<Statement.Name>();
    var to = new ArrayList<Statement.Name>();
    do {
      from.add(in.qualified());
      in.expect("TO");
      to.add(in.qualified());
    } while (in.acceptSign(","));
    return new Statement.RenameTables(from, to);
  }

  Statement truncate() {
    in.next();
    in.accept("TABLE");
    return new Statement.Truncate(in.qualified());
  }
}
