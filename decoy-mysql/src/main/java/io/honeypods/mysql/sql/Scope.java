package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that an expression may use, and those around it. */
final class Scope {
  final @Nullable Scope outer;
  final List<Field> fields;
  final BitSet hidden;
  final List<Alias> aliases = new ArrayList<>();
  final List<Aggregator> aggregators = new ArrayList<>();
  final Map<String, Relation.Shared> shared = new HashMap<>();

  /** Columns of this scope that were used outside of aggregates, for ONLY_FULL_GROUP_BY. */
  final List<Field> bare = new ArrayList<>();

  String clause = "field list";

  /** Columns of this scope that anything uses. */
  final BitSet used = new BitSet();

  final List<Windows.Task> windows = new ArrayList<>();
  List<Query.NamedWindow> namedWindows = List.of();
  boolean windowsAllowed;

  /** Whether an aggregate needs its groups one after the other. */
  boolean ordersGroups;

  boolean aggregates;
  boolean insideAggregate;
  boolean aliasesFirst;
  boolean aliasesLast;

  /** Whether something inside looked further out than this scope. */
  boolean correlated;

  Scope(@Nullable Scope outer, List<Field> fields, BitSet hidden) {
    this.outer = outer;
    this.fields = fields;
    this.hidden = hidden;
  }

  static Scope root() {
    return new Scope(null, List.of(), new BitSet());
  }

  Relation.@Nullable Shared shared(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Relation.Shared found = scope.shared.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The node for a column's name; error 1054 or 1052 where there is not exactly one. */
  Node column(Expr.Column column) {
    int level = 0;
    for (Scope scope = this; scope != null; scope = scope.outer, level++) {
      Node found = scope.find(column, level, this);
      if (found != null) {
        markCorrelated(scope);
        return found;
      }
    }
    throw Errors.unknownColumn(written(column), clause);
  }

  private void markCorrelated(Scope found) {
    for (Scope scope = this; scope != null && scope != found; scope = scope.outer) {
      scope.correlated = true;
    }
  }

  static String written(Expr.Column column) {
    return (column.schema() == null ? "" : column.schema() + ".")
        + (column.table() == null ? "" : column.table() + ".")
        + column.name();
  }

  private @Nullable Node find(Expr.Column column, int level, Scope asking) {
    if (aliasesFirst && level == 0 && column.table() == null) {
      Node alias = alias(column.name());
      if (alias != null) {
        return alias;
      }
    }
    int at = -1;
    for (int i = 0; i < fields.size(); i++) {
      if (!matches(fields.get(i), column) || (column.table() == null && hidden.get(i))) {
        continue;
      }
      if (at >= 0) {
        throw Errors.ambiguous(written(column), asking.clause);
      }
      at = i;
    }
    if (at >= 0) {
      Field field = fields.get(at);
      used.set(at);
      if (level == 0 && !insideAggregate) {
        bare.add(field);
      }
      return new Node.ColumnOf(field.type(), level, at, field);
    }
    return (aliasesLast || aliasesFirst) && level == 0 && column.table() == null
        ? alias(column.name())
        : null;
  }

  private @Nullable Node alias(String name) {
    for (int i = 0; i < aliases.size(); i++) {
      if (aliases.get(i).name().equalsIgnoreCase(name)) {
        return new Node.OutputOf(aliases.get(i).type(), i);
      }
    }
    return null;
  }

  private static boolean matches(Field field, Expr.Column column) {
    if (!field.name().equalsIgnoreCase(column.name())) {
      return false;
    }
    if (column.table() != null && !sameTable(field, column.table())) {
      return false;
    }
    return column.schema() == null || field.schema().equalsIgnoreCase(column.schema());
  }

  static boolean sameTable(Field field, String table) {
    return Catalogue.isInformationSchema(field.schema())
        ? field.table().equalsIgnoreCase(table)
        : field.table().equals(table);
  }

  /** An element of the select list by its name. */
  record Alias(String name, ResultType type) {}
}
