package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** The columns that temporary tables have for those of queries. */
final class KeptFields {
  static final int KEPT = 0x19f1;
  private static final int GROUP = 0x8000;

  private KeptFields() {}

  static Node stored(String name, Node node, boolean named) {
    ResultType type = Fields.kept(node.type());
    ResultType wide =
        node.type().isInteger()
            ? new ResultType(
                ColumnType.LONGLONG,
                type.length(),
                0,
                type.unsigned(),
                type.nullable(),
                Collation.BINARY)
            : type;
    return new Node.Kept(
        new Field("", "", "", name, named ? name : "", wide, FieldFlags.kept(wide)), node);
  }

  static Node.ColumnOf copied(Node.ColumnOf column, int mask, int more) {
    Field field = column.field();
    return new Node.ColumnOf(
        column.type(),
        column.level(),
        column.index(),
        field.sorted().flagged((field.flags() & mask) | more));
  }

  static Node kept(Plan.Column column, boolean key) {
    int group = key && isNullable(column.node()) ? GROUP : 0;
    return switch (column.node()) {
      case Node.ColumnOf of -> key ? nameless(copied(of, KEPT, group)) : copied(of, KEPT, group);
      case Node.AggregateOf of when !of.isField() -> of;
      case Node.AggregateOf of -> {
        Field field = field("", "", column.name(), of);
        yield new Node.Kept(unnamed(field), of);
      }
      default ->
          key
              ? new Node.Kept(
                  unnamed(field("", "", column.name(), column.node()).with(group)), column.node())
              : column.node();
    };
  }

  private static boolean isNullable(Node node) {
    return (node instanceof Node.ColumnOf(_, _, _, var field) && field.looks() != null)
        ? field.looks().sorted().type().nullable()
        : node.type().nullable();
  }

  /** What a view computes has no name of its own once groups are made of it. */
  private static Node.ColumnOf nameless(Node.ColumnOf column) {
    Field field = column.field();
    ShownColumns.Looks looks = field.looks();
    if (looks == null || !looks.sorted().table().isEmpty()) {
      return column;
    }
    return new Node.ColumnOf(
        column.type(),
        column.level(),
        column.index(),
        new Field(
            field.schema(),
            field.table(),
            field.originalTable(),
            field.name(),
            "",
            field.type(),
            field.flags(),
            looks));
  }

  private static Field unnamed(Field field) {
    return new Field("", "", "", field.name(), "", field.type(), field.flags());
  }

  /** The column that a derived table has for one of its query's. */
  static Field field(String alias, String original, String name, Node node) {
    if (node instanceof Node.ColumnOf(var type, _, _, var field)) {
      return new Field(
          "", alias, field.originalTable(), name, name, Fields.kept(type), field.flags() & KEPT);
    }
    if (node instanceof Node.Kept(var field, _)) {
      return new Field("", alias, original, name, name, field.type(), field.flags() & KEPT);
    }
    @Nullable Field of = node instanceof Node.AggregateOf aggregate ? aggregate.of() : null;
    ResultType type = Fields.kept(node.type());
    return of == null
        ? new Field("", alias, original, name, name, type, FieldFlags.kept(type))
        : new Field(
            "",
            alias,
            alias.isEmpty() ? "" : of.originalTable(),
            name,
            name,
            type,
            (of.flags() & KEPT & ~1) | (FieldFlags.kept(type) & 0x80));
  }

  /** A column of UNION. */
  static Plan.Column united(String name, ResultType type, boolean streamed) {
    if (streamed) {
      return new Plan.Column(name, Node.constant(type, Value.NULL));
    }
    ResultType kept =
        type.wire() == ColumnType.LONGLONG
            ? type
            : type.wire() == ColumnType.NULL
                ? new ResultType(ColumnType.STRING, 0, 0, false, true, Collation.BINARY)
                : Fields.kept(type);
    var field = new Field("", "", "", name, name, kept, FieldFlags.kept(kept));
    return new Plan.Column(name, new Node.Kept(field, Node.constant(kept, Value.NULL)));
  }
}
