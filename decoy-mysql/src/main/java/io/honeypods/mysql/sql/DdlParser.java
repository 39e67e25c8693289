package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
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
    var views = new ViewParser(in, queries);
    views.options();
    if (in.accept("VIEW")) {
      return views.view(replace);
    }
    if (in.accept("DATABASE") || in.accept("SCHEMA")) {
      boolean ifNotExists = ifNotExists(in);
      String name = in.identifier();
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
    return new RoutineParser(in).routine(start);
  }

  static boolean ifNotExists(Cursor in) {
    if (in.accept("IF")) {
      in.expect("NOT");
      in.expect("EXISTS");
      return true;
    }
    return false;
  }

  static boolean ifExists(Cursor in) {
    if (in.accept("IF")) {
      in.expect("EXISTS");
      return true;
    }
    return false;
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
    boolean ifNotExists = ifNotExists(in);
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
    String name = in.identifier();
    if (in.accept("USING")) {
      in.identifier();
    }
    in.expect("ON");
    Statement.Name table = in.qualified();
    Statement.KeySpec key = tables.keyRest(kind, name);
    tableTail(in);
    return new Statement.AlterTable(table, List.of(new Statement.Change.AddKey(key)));
  }

  static void tableTail(Cursor in) {
    while (in.accept("ALGORITHM") || in.accept("LOCK")) {
      in.acceptSign("=");
      in.next();
    }
  }

  Statement alter() {
    in.next();
    var views = new ViewParser(in, queries);
    views.options();
    if (in.accept("VIEW")) {
      return views.view(true);
    }
    if (in.accept("DATABASE") || in.accept("SCHEMA")) {
      String name = in.isWord("CHARACTER") || in.isWord("DEFAULT") ? "" : in.identifier();
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
