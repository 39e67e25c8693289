package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that make JSON documents and look into them. */
final class JsonFunctions {
  private JsonFunctions() {}

  private static ResultType number() {
    return ResultType.integer(21).asNullable();
  }

  private static ResultType text(long length) {
    return ResultType.text(length, Collation.UTF8MB4_BIN).asNullable();
  }

  static void register(Function.Register to) {
    JsonEdits.register(to);
    JsonSearch.register(to);
    to.lenient("json_object", 0, -1, JsonFunctions::objectType, JsonFunctions::object);
    to.lenient("json_array", 0, -1, a -> ResultType.json(), JsonFunctions::array);
    to.strict("json_extract", 2, -1, a -> ResultType.json(), JsonFunctions::extract);
    to.strict(
        "json_unquote", 1, 1, a -> text(a.getFirst().type().length()), JsonFunctions::unquote);
    to.strict(
        "json_quote",
        1,
        1,
        a -> text(a.getFirst().type().length() * 6 + 2),
        c -> new Value.Text(Json.quote(c.text(0))));
    to.strict("json_valid", 1, 1, a -> number(), JsonFunctions::valid);
    to.strict("json_type", 1, 1, a -> text(17), c -> new Value.Text(type(c)));
    to.strict(
        "json_pretty",
        1,
        1,
        a -> text(ResultType.UNBOUND),
        c -> new Value.Text(Json.pretty(document(c, 0))));
    to.strict("json_storage_free", 1, 1, a -> ResultType.integer(21), c -> Value.Int.of(0));
    to.strict(
        "json_storage_size",
        1,
        1,
        a -> ResultType.integer(21),
        c -> Value.Int.of(Json.storage(document(c, 0))));
  }

  static Value json(Object document) {
    return new Value.Json(Json.write(document));
  }

  /** An argument as a document, read anew; errors 3141, 3146 and 3157 where it is none. */
  static Object document(Call c, int index) {
    Value value = c.value(index);
    String function = c.name();
    return switch (value) {
      case Value.Text(var text) -> read(text, index + 1, function);
      case Value.Json(var text) -> read(text, index + 1, function);
      case Value.Blob _ ->
          throw new SqlException(
              3144,
              "22032",
              "Cannot create a JSON value from a string with CHARACTER SET 'binary'.");
      case Value.Null _,
          Value.Int _,
          Value.Decimal _,
          Value.Real _,
          Value.Date _,
          Value.DateTime _,
          Value.Time _ ->
          throw new SqlException(
              3146,
              "22032",
              "Invalid data type for JSON data in argument "
                  + (index + 1)
                  + " to function "
                  + function
                  + "; a JSON string or JSON type is required.");
    };
  }

  static Object read(String text, int argument, String function) {
    try {
      return JsonReader.read(text);
    } catch (JsonReader.Fault e) {
      if (e.isTooDeep()) {
        throw new SqlException(3157, "22032", e.problem());
      }
      throw new SqlException(
          3141,
          "22032",
          "Invalid JSON text in argument "
              + argument
              + " to function "
              + function
              + ": \""
              + e.problem()
              + "\" at position "
              + e.position()
              + ".");
    }
  }

  private static ResultType objectType(List<Node> arguments) {
    if (arguments.size() % 2 != 0) {
      throw Errors.parameterCount("JSON_OBJECT");
    }
    return ResultType.json();
  }

  private static Value object(Call c) {
    Map<String, Object> map = Json.object();
    for (int i = 0; i < c.size(); i += 2) {
      if (c.isNull(i)) {
        throw new SqlException(3158, "22032", "JSON documents may not contain NULL member names.");
      }
      map.put(c.text(i), Json.of(c.value(i + 1), c.type(i + 1)));
    }
    return json(map);
  }

  private static Value array(Call c) {
    var list = new ArrayList<Object>();
    for (int i = 0; i < c.size(); i++) {
      list.add(Json.of(c.value(i), c.type(i)));
    }
    return json(list);
  }

  private static Value valid(Call c) {
    return Predicates.truth(
        c.value(0) instanceof Value.Json
            || (c.value(0) instanceof Value.Text(var text) && JsonReader.readOrNull(text) != null));
  }

  private static Value extract(Call c) {
    Object document = document(c, 0);
    var all = new ArrayList<Object>();
    boolean many = c.size() > 2;
    for (int i = 1; i < c.size(); i++) {
      JsonPath path = JsonPath.of(c.text(i));
      many |= path.isMany();
      all.addAll(path.find(document));
    }
    return all.isEmpty() ? Value.NULL : json(many ? all : all.getFirst());
  }

  private static Value unquote(Call c) {
    String text = c.text(0);
    return new Value.Text(text.startsWith("\"") ? Json.unquote(text) : text);
  }

  private static String type(Call c) {
    Object document = document(c, 0);
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
}
