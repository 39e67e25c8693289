package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of JSON documents. */
final class JsonFunctions {
  private JsonFunctions() {}

  private static ResultType json() {
    return ResultType.of(ColumnType.JSON, 4_294_967_295L, ResultType.VARIES).asNullable();
  }

  static void register(Function.Register to) {
    to.lenient("json_object", 0, -1, a -> json(), JsonFunctions::object);
    to.lenient("json_array", 0, -1, a -> json(), JsonFunctions::array);
    to.strict("json_extract", 2, -1, a -> json().asNullable(), JsonFunctions::extract);
    to.strict(
        "json_unquote",
        1,
        1,
        a -> ResultType.text(1_073_741_823).asNullable(),
        JsonFunctions::unquote);
    to.strict(
        "json_quote",
        1,
        1,
        a -> ResultType.text(a.getFirst().type().length() * 6 + 2),
        c -> new Value.Text(Json.quote(c.text(0))));
    to.strict(
        "json_valid",
        1,
        1,
        a -> ResultType.integer(21).asNullable(),
        c ->
            Predicates.truth(
                c.value(0) instanceof Value.Json
                    || (c.value(0) instanceof Value.Text && Json.parse(c.text(0)) != null)));
    to.strict("json_length", 1, 2, a -> ResultType.integer(21).asNullable(), JsonFunctions::length);
    to.strict(
        "json_depth", 1, 1, a -> ResultType.integer(10), c -> Value.Int.of(depth(document(c, 0))));
    to.strict("json_keys", 1, 2, a -> json().asNullable(), JsonFunctions::keys);
    to.strict(
        "json_type", 1, 1, a -> ResultType.text(17), c -> new Value.Text(type(document(c, 0))));
    to.strict(
        "json_contains",
        2,
        3,
        a -> ResultType.integer(1).asNullable(),
        c -> Predicates.truth(contains(document(c, 0), document(c, 1))));
    to.strict(
        "json_pretty",
        1,
        1,
        a -> ResultType.text(1 << 14),
        c -> new Value.Text(Json.write(document(c, 0))));
    for (String name : List.of("json_set", "json_insert", "json_replace")) {
      to.lenient(name, 3, -1, a -> json().asNullable(), JsonFunctions::set);
    }
    to.strict(
        "member_of",
        2,
        2,
        a -> ResultType.integer(1),
        c -> Predicates.truth(contains(document(c, 1), Json.of(c.value(0)))));
  }

  private static Value json(Object document) {
    return new Value.Json(Json.write(document));
  }

  private static Object document(Call c, int index) {
    Object parsed = Json.parse(c.text(index));
    if (parsed == null) {
      throw new SqlException(
          3141,
          "22032",
          "Invalid JSON text in argument "
              + (index + 1)
              + " to function "
              + c.name()
              + ": \"Invalid value.\" at position 0.");
    }
    return parsed;
  }

  private static Value object(Call c) {
    if (c.size() % 2 != 0) {
      throw Errors.parameterCount("json_object");
    }
    Map<String, Object> map = Json.object();
    for (int i = 0; i < c.size(); i += 2) {
      if (c.isNull(i)) {
        throw new SqlException(3158, "22032", "JSON documents may not contain NULL member names.");
      }
      map.put(c.text(i), Json.of(c.value(i + 1)));
    }
    return json(map);
  }

  private static Value array(Call c) {
    var list = new ArrayList<Object>();
    for (int i = 0; i < c.size(); i++) {
      list.add(Json.of(c.value(i)));
    }
    return json(list);
  }

  private static String path(Call c, int index) {
    String path = c.text(index);
    if (!Json.isPath(path)) {
      throw new SqlException(
          3143, "42000", "Invalid JSON path expression. The error is around character position 1.");
    }
    return path;
  }

  private static Value extract(Call c) {
    Object document = document(c, 0);
    if (c.size() == 2) {
      Object found = Json.find(document, path(c, 1));
      return found == null ? Value.NULL : json(found);
    }
    var all = new ArrayList<Object>();
    for (int i = 1; i < c.size(); i++) {
      Object found = Json.find(document, path(c, i));
      if (found != null) {
        all.add(found);
      }
    }
    return all.isEmpty() ? Value.NULL : json(all);
  }

  private static Value unquote(Call c) {
    String text = c.text(0);
    return new Value.Text(text.startsWith("\"") ? Json.unquote(text) : text);
  }

  private static Value length(Call c) {
    Object found = document(c, 0);
    if (c.size() > 1) {
      found = Json.find(found, path(c, 1));
    }
    return switch (found) {
      case null -> Value.NULL;
      case Map<?, ?> map -> Value.Int.of(map.size());
      case List<?> list -> Value.Int.of(list.size());
      default -> Value.Int.of(1);
    };
  }

  private static int depth(Object document) {
    int deepest = 0;
    if (document instanceof Map<?, ?> map) {
      for (Object element : map.values()) {
        deepest = Math.max(deepest, depth(element));
      }
    } else if (document instanceof List<?> list) {
      for (Object element : list) {
        deepest = Math.max(deepest, depth(element));
      }
    }
    return deepest + 1;
  }

  private static Value keys(Call c) {
    Object found = document(c, 0);
    if (c.size() > 1) {
      found = Json.find(found, path(c, 1));
    }
    return found instanceof Map<?, ?> map ? json(new ArrayList<Object>(map.keySet())) : Value.NULL;
  }

  private static String type(Object document) {
    return switch (document) {
      case Map<?, ?> map -> "OBJECT";
      case List<?> list -> "ARRAY";
      case String text -> "STRING";
      case Boolean truth -> "BOOLEAN";
      case BigDecimal number -> number.scale() > 0 ? "DECIMAL" : "INTEGER";
      case Double number -> "DOUBLE";
      default -> "NULL";
    };
  }

  private static boolean contains(Object document, Object wanted) {
    if (document instanceof List<?> list && !(wanted instanceof List<?>)) {
      return list.stream().anyMatch(element -> Json.write(element).equals(Json.write(wanted)));
    }
    if (document instanceof List<?> list && wanted instanceof List<?> parts) {
      return parts.stream().allMatch(part -> contains(list, part));
    }
    if (document instanceof Map<?, ?> map && wanted instanceof Map<?, ?> parts) {
      return parts.entrySet().stream()
          .allMatch(
              part ->
                  map.get(part.getKey()) instanceof Object own && contains(own, part.getValue()));
    }
    return Json.write(document).equals(Json.write(wanted));
  }

  /** Sets members of the outermost object; deeper paths are left as they are. */
  @SuppressWarnings("unchecked") // objects are made by Json, whose keys are strings
  private static Value set(Call c) {
    if (c.isNull(0)) {
      return Value.NULL;
    }
    Object document = document(c, 0);
    for (int i = 1; i + 1 < c.size(); i += 2) {
      String path = path(c, i);
      if (document instanceof Map<?, ?> map && path.matches("\\$\\.\\w+")) {
        String key = path.substring(2);
        boolean there = map.containsKey(key);
        boolean does = c.name().equals("json_set") || c.name().equals("json_insert") != there;
        if (does) {
          ((Map<String, Object>) map).put(key, Json.of(c.value(i + 1)));
        }
      }
    }
    return json(document);
  }
}
