package io.honeypods.mysql.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SELECT of a view as the server keeps it: all names in full, all operators in parentheses. */
final class ViewText {
  private final Run run;
  private final Printer printer = new Printer(this::column, query -> "(" + query(query) + ")");
  private final Deque<List<Place>> scopes = new ArrayDeque<>();

  ViewText(Run run) {
    this.run = run;
  }

  /** Something in FROM: what its columns are written behind, by what it is called. */
  private record Place(String name, String prefix, List<String> columns) {}

  String query(Query query) {
    var text = new StringBuilder();
    if (!query.with().isEmpty()) {
      text.append(query.recursive() ? "with recursive " : "with ")
          .append(query.with().stream().map(this::with).collect(Collectors.joining(",")))
          .append(' ');
    }
    text.append(body(query.body(), query.order()));
    Query.Limit limit = query.limit();
    if (limit != null) {
      Expr offset = limit.offset();
      text.append(" limit ")
          .append(offset == null ? "" : printer.text(offset) + ",")
          .append(printer.text(limit.count()));
    }
    return text.toString();
  }

  private String with(Query.With with) {
    String names =
        with.columns().isEmpty()
            ? ""
            : with.columns().stream()
                .map(ViewText::quote)
                .collect(Collectors.joining(",", " (", ")"));
    return quote(with.name()) + names + " as (" + query(with.query()) + ")";
  }

  private String body(Query.Body body, List<Query.Order> order) {
    return switch (body) {
      case Query.Block block -> block(block, order);
      case Query.Union(var parts) -> {
        var text = new StringBuilder();
        for (Query.Part part : parts) {
          if (!text.isEmpty()) {
            text.append(part.all() ? " union all " : " union ");
          }
          text.append(body(part.body(), List.of()));
        }
        yield text.append(orderBy(order)).toString();
      }
      case Query.Rows(var rows) ->
          rows.stream()
              .map(
                  row ->
                      row.stream().map(printer::text).collect(Collectors.joining(",", "row(", ")")))
              .collect(Collectors.joining(",", "values ", ""));
      case Query.Nested(var query) -> "(" + query(query) + ")";
    };
  }

  private String block(Query.Block block, List<Query.Order> order) {
    var places = new ArrayList<Place>();
    scopes.push(places);
    String from = block.from() == null ? "" : " from " + source(block.from(), places);
    var text = new StringBuilder(block.distinct() ? "select distinct " : "select ");
    text.append(block.items().stream().map(this::item).collect(Collectors.joining(",")));
    text.append(from).append(condition(" where ", block.where()));
    if (!block.group().isEmpty()) {
      text.append(" group by ")
          .append(block.group().stream().map(this::order).collect(Collectors.joining(",")))
          .append(block.rollup() ? " with rollup" : "");
    }
    text.append(condition(" having ", block.having())).append(orderBy(order));
    scopes.pop();
    return text.toString();
  }

  private String condition(String word, @Nullable Expr condition) {
    return condition == null ? "" : word + printer.text(condition);
  }

  private String orderBy(List<Query.Order> order) {
    return order.isEmpty()
        ? ""
        : order.stream().map(this::order).collect(Collectors.joining(",", " order by ", ""));
  }

  private String order(Query.Order order) {
    return printer.text(order.by()) + (order.descending() ? " desc" : "");
  }

  private String item(Query.Item item) {
    if (item.expr() instanceof Expr.Star(_, var table)) {
      return scopes.getFirst().stream()
          .filter(place -> table == null || place.name().equalsIgnoreCase(table))
          .flatMap(
              place ->
                  place.columns().stream()
                      .map(name -> place.prefix() + quote(name) + " AS " + quote(name)))
          .collect(Collectors.joining(","));
    }
    String name =
        item.alias() != null
            ? item.alias()
            : item.expr() instanceof Expr.Column(_, _, var own) ? own : item.text();
    return printer.text(item.expr()) + " AS " + quote(name);
  }

  private String source(Query.Source source, List<Place> places) {
    return switch (source) {
      case Query.TableRef ref -> table(ref, places);
      case Query.Derived(var query, var alias, var columns) -> {
        String text = query(query);
        places.add(
            new Place(alias, quote(alias) + ".", columns.isEmpty() ? names(query) : columns));
        yield "(" + text + ") " + quote(alias);
      }
      case Query.Join join -> join(join, places);
    };
  }

  private String join(Query.Join join, List<Place> places) {
    String left = source(join.left(), places);
    String right = source(join.right(), places);
    String word =
        switch (join.kind()) {
          case INNER -> " join ";
          case LEFT -> " left join ";
          case RIGHT -> " right join ";
        };
    Expr on = join.on();
    return "(" + left + word + right + (on == null ? "" : " on(" + printer.text(on) + ")") + ")";
  }

  private String table(Query.TableRef ref, List<Place> places) {
    String alias = ref.alias();
    List<String> columns = columns(ref);
    if (columns.isEmpty()) {
      String name = alias == null ? ref.name() : alias;
      places.add(new Place(name, quote(name) + ".", List.of()));
      return quote(ref.name()) + (alias == null ? "" : " " + quote(alias));
    }
    String full = quote(Tables.schemaName(run.session(), ref.schema())) + "." + quote(ref.name());
    places.add(
        alias == null
            ? new Place(ref.name(), full + ".", columns)
            : new Place(alias, quote(alias) + ".", columns));
    return alias == null ? full : full + " " + quote(alias);
  }

  private List<String> columns(Query.TableRef ref) {
    try {
      return new QueryCompiler(run)
          .sources().compile(ref, Scope.root()).fields().stream().map(Field::name).toList();
    } catch (SqlException _) {
      return List.of();
    }
  }

  private static List<String> names(Query query) {
    return query.body() instanceof Query.Block block
        ? block.items().stream()
            .map(
                item ->
                    item.alias() != null
                        ? item.alias()
                        : item.expr() instanceof Expr.Column(_, _, var own) ? own : item.text())
            .toList()
        : List.of();
  }

  private String column(Expr.Column column) {
    String wanted = column.table();
    for (List<Place> places : scopes) {
      for (Place place : places) {
        boolean fits =
            wanted == null
                ? place.columns().stream().anyMatch(column.name()::equalsIgnoreCase)
                : place.name().equalsIgnoreCase(wanted);
        if (fits) {
          return place.prefix() + quote(own(place, column.name()));
        }
      }
    }
    return (wanted == null ? "" : quote(wanted) + ".") + quote(column.name());
  }

  private static String own(Place place, String name) {
    return place.columns().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
  }

  private static String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** The text as it is shown to somebody whose current schema is the view's. */
  static String within(String schema, String text) {
    return text.replace(quote(schema) + ".", "");
  }
}
