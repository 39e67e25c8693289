package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that give a changed document; they work on a copy that was read for them. */
final class JsonEdits {
  private JsonEdits() {}

  static void register(Function.Register to) {
    for (String name : List.of("json_set", "json_insert", "json_replace")) {
      to.lenient(name, 3, -1, a -> ResultType.json(), JsonEdits::set);
    }
    to.lenient("json_remove", 2, -1, a -> ResultType.json(), JsonEdits::remove);
    to.lenient("json_array_append", 3, -1, a -> ResultType.json(), JsonEdits::append);
    to.lenient("json_array_insert", 3, -1, a -> ResultType.json(), JsonEdits::insert);
    to.strict("json_merge_patch", 2, -1, a -> ResultType.json(), c -> JsonMerge.merged(c, true));
    to.strict(
        "json_merge_preserve", 2, -1, a -> ResultType.json(), c -> JsonMerge.merged(c, false));
    to.strict(
        "json_merge",
        2,
        -1,
        a -> ResultType.json(),
        c -> {
          c.run()
              .warn(
                  1287,
                  "'JSON_MERGE' is deprecated and will be removed in a future release. Please use"
                      + " JSON_MERGE_PRESERVE/JSON_MERGE_PATCH instead");
          return JsonMerge.merged(c, false);
        });
  }

  private static JsonPath path(Call c, int index) {
    JsonPath path = JsonPath.of(c.text(index));
    if (path.isMany()) {
      throw new SqlException(
          3149,
          "42000",
          "In this situation, path expressions may not contain the * and ** tokens or an array"
              + " range.");
    }
    return path;
  }

  private static boolean isOdd(Call c) {
    if (c.size() % 2 == 0) {
      throw Errors.parameterCount(c.name());
    }
    return c.isNull(0);
  }

  private static Value set(Call c) {
    if (isOdd(c)) {
      return Value.NULL;
    }
    Object document = JsonFunctions.document(c, 0);
    for (int i = 1; i + 1 < c.size(); i += 2) {
      if (c.isNull(i)) {
        return Value.NULL;
      }
      JsonPath path = path(c, i);
      boolean there = path.first(document) != null;
      boolean does =
          switch (c.name()) {
            case "json_insert" -> !there;
            case "json_replace" -> there;
            default -> true;
          };
      if (does) {
        document = put(document, path, Json.of(c.value(i + 1), c.type(i + 1)));
      }
    }
    return JsonFunctions.json(document);
  }

  /** The document with a value at a path whose parent is there. */
  @SuppressWarnings("unchecked") // objects and arrays are made by JsonReader
  private static Object put(Object document, JsonPath path, Object value) {
    if (path.legs().isEmpty()) {
      return value;
    }
    Object parent = path.parent().first(document);
    switch (path.legs().getLast()) {
      case JsonPath.Leg.Member(var name) -> {
        if (parent instanceof Map<?, ?> map) {
          ((Map<String, Object>) map).put(name, value);
        }
      }
      case JsonPath.Leg.Element element -> {
        if (parent instanceof List<?> list) {
          int index = JsonPath.index(element, list.size());
          if (index >= list.size()) {
            ((List<Object>) list).add(value);
          } else if (index >= 0) {
            ((List<Object>) list).set(index, value);
          } else {
            ((List<Object>) list).addFirst(value);
          }
        } else if (parent != null) {
          boolean itself = element.index() == 0;
          Object both = itself ? value : new ArrayList<>(List.of(parent, value));
          return put(document, path.parent(), both);
        }
      }
      case JsonPath.Leg.AnyMember _,
          JsonPath.Leg.AnyElement _,
          JsonPath.Leg.Range _,
          JsonPath.Leg.Anywhere _ -> {
        return document;
      }
    }
    return document;
  }

  private static @Nullable Object parent(Object document, JsonPath path) {
    return path.parent().first(document);
  }

  private static Value remove(Call c) {
    if (c.anyNull()) {
      return Value.NULL;
    }
    Object document = JsonFunctions.document(c, 0);
    for (int i = 1; i < c.size(); i++) {
      JsonPath path = path(c, i);
      if (path.legs().isEmpty()) {
        throw new SqlException(
            3153, "42000", "The path expression '$' is not allowed in this context.");
      }
      Object parent = parent(document, path);
      JsonPath.Leg last = path.legs().getLast();
      if (last instanceof JsonPath.Leg.Member(var name) && parent instanceof Map<?, ?> map) {
        map.remove(name);
      } else if (last instanceof JsonPath.Leg.Element element && parent instanceof List<?> list) {
        int index = JsonPath.index(element, list.size());
        if (index >= 0 && index < list.size()) {
          list.remove(index);
        }
      }
    }
    return JsonFunctions.json(document);
  }

  private static Value append(Call c) {
    if (isOdd(c)) {
      return Value.NULL;
    }
    Object document = JsonFunctions.document(c, 0);
    for (int i = 1; i + 1 < c.size(); i += 2) {
      JsonPath path = path(c, i);
      Object found = path.first(document);
      if (found != null) {
        document =
            put(
                document,
                path,
                JsonMerge.joined(found, Json.of(c.value(i + 1), c.type(i + 1)), true));
      }
    }
    return JsonFunctions.json(document);
  }

  @SuppressWarnings("unchecked") // arrays are made by JsonReader
  private static Value insert(Call c) {
    if (isOdd(c)) {
      return Value.NULL;
    }
    Object document = JsonFunctions.document(c, 0);
    for (int i = 1; i + 1 < c.size(); i += 2) {
      JsonPath path = path(c, i);
      if (path.legs().isEmpty() || !(path.legs().getLast() instanceof JsonPath.Leg.Element at)) {
        throw new SqlException(
            3165, "42000", "A path expression is not a path to a cell in an array.");
      }
      if (parent(document, path) instanceof List<?> list) {
        int index = Math.max(0, Math.min(list.size(), JsonPath.index(at, list.size())));
        ((List<Object>) list).add(index, Json.of(c.value(i + 1), c.type(i + 1)));
      }
    }
    return JsonFunctions.json(document);
  }
}
