package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of views that are no more than some columns and rows of one table. */
final class UpdatableViews {
  private static final Pattern QUALIFIED = Pattern.compile("[\\w`]\\s*\\.\\s*[\\w`]");

  private final Run run;

  UpdatableViews(Run run) {
    this.run = run;
  }

  /** The table behind a view, its columns by those of the view in lower case, and which rows. */
  private record Behind(
      View view, Query.TableRef table, Map<String, String> columns, @Nullable Expr where) {
    boolean renames() {
      return columns.entrySet().stream().anyMatch(e -> !e.getKey().equalsIgnoreCase(e.getValue()));
    }
  }

  Statement.Insert insert(Statement.Insert insert) {
    Behind behind = behind(insert.table().schema(), insert.table().name());
    if (behind == null) {
      return insert;
    }
    var columns = new ArrayList<String>();
    List<String> given = insert.columns().isEmpty() ? names(behind.view()) : insert.columns();
    for (String name : given) {
      columns.add(behind.columns().getOrDefault(name.toLowerCase(Locale.ROOT), name));
    }
    return new Statement.Insert(
        insert.replace(),
        insert.ignore(),
        name(behind),
        columns,
        insert.rows(),
        insert.query(),
        insert.onDuplicate());
  }

  Statement.Update update(Statement.Update update) {
    if (!(update.from() instanceof Query.TableRef ref)) {
      return update;
    }
    Behind behind = behind(ref.schema(), ref.name());
    return behind == null || behind.renames()
        ? update
        : new Statement.Update(
            update.ignore(),
            from(behind, ref),
            update.changes(),
            both(behind.where(), update.where()),
            update.order(),
            update.limit());
  }

  Statement.Delete delete(Statement.Delete delete) {
    if (!delete.targets().isEmpty() || !(delete.from() instanceof Query.TableRef ref)) {
      return delete;
    }
    Behind behind = behind(ref.schema(), ref.name());
    return behind == null || behind.renames()
        ? delete
        : new Statement.Delete(
            delete.targets(),
            from(behind, ref),
            both(behind.where(), delete.where()),
            delete.order(),
            delete.limit());
  }

  private static Query.Source from(Behind behind, Query.TableRef ref) {
    Statement.Name table = name(behind);
    return new Query.TableRef(
        table.schema(), table.name(), ref.alias() == null ? ref.name() : ref.alias());
  }

  private static Statement.Name name(Behind behind) {
    String schema = behind.table().schema();
    return new Statement.Name(
        schema == null ? behind.view().schema() : schema, behind.table().name());
  }

  private static @Nullable Expr both(@Nullable Expr one, @Nullable Expr other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new Expr.Logical(Expr.Operator.AND, List.of(one, other));
  }

  private List<String> names(View view) {
    return view.columnNames().isEmpty()
        ? Views.columns(view, run).stream().map(TableColumn::name).toList()
        : view.columnNames();
  }

  private @Nullable Behind behind(@Nullable String schema, String name) {
    if (!(Tables.find(run.session(), schema, name) instanceof Tables.Found.Viewed(var view))
        || QUALIFIED.matcher(view.definition()).find()) {
      return null;
    }
    Query query = Views.query(view, run);
    boolean plain = query.with().isEmpty() && query.limit() == null;
    if (!plain
        || !(query.body() instanceof Query.Block block)
        || !(block.from() instanceof Query.TableRef table)
        || block.distinct()
        || !block.group().isEmpty()
        || block.having() != null) {
      return null;
    }
    Map<String, String> columns = columns(view, block);
    return columns == null ? null : new Behind(view, table, columns, block.where());
  }

  private @Nullable Map<String, String> columns(View view, Query.Block block) {
    var columns = new HashMap<String, String>();
    List<String> names = names(view);
    for (int i = 0; i < block.items().size(); i++) {
      Query.Item item = block.items().get(i);
      if (item.expr() instanceof Expr.Star) {
        names.forEach(each -> columns.put(each.toLowerCase(Locale.ROOT), each));
      } else if (item.expr() instanceof Expr.Column(_, _, var own) && i < names.size()) {
        columns.put(names.get(i).toLowerCase(Locale.ROOT), own);
      } else {
        return null;
      }
    }
    return columns;
  }
}
