package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that ask what is where in a JSON document. */
final class JsonSearch {
  private JsonSearch() {}

  static void register(Function.Register to) {
    to.strict("json_length", 1, 2, a -> number(), JsonSearch::length);
    to.strict(
        "json_depth",
        1,
        1,
        a -> ResultType.integer(21),
        c -> Value.Int.of(depth(JsonFunctions.document(c, 0))));
    to.strict("json_keys", 1, 2, a -> ResultType.json(), JsonSearch::keys);
    to.strict("json_contains", 2, 3, a -> number(), JsonSearch::contains);
    to.strict("json_contains_path", 3, -1, a -> number(), JsonSearch::containsPath);
    to.strict("json_search", 3, -1, a -> ResultType.json(), JsonSearch::search);
    to.strict(
        "member_of",
        2,
        2,
        a -> ResultType.integer(1),
        c -> Predicates.truth(contains(JsonFunctions.document(c, 1), Json.of(c.value(0)))));
  }

  private static ResultType number() {
    return ResultType.integer(21).asNullable();
  }

  /** The document, or what a path in the argument leads to in it; nothing is NULL. */
  private static Object part(Call c, int index) {
    Object document = JsonFunctions.document(c, 0);
    if (c.size() <= index) {
      return document;
    }
    Object found = JsonPath.of(c.text(index)).first(document);
    return found == null ? Value.NULL : found;
  }

  private static Value length(Call c) {
    Object found = part(c, 1);
    if (found instanceof Value.Null) {
      return Value.NULL;
    }
    return switch (found) {
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
    return part(c, 1) instanceof Map<?, ?> map
        ? JsonFunctions.json(new ArrayList<Object>(map.keySet()))
        : Value.NULL;
  }

  private static Value contains(Call c) {
    Object whole = part(c, 2);
    return whole instanceof Value.Null
        ? Value.NULL
        : Predicates.truth(contains(whole, JsonFunctions.document(c, 1)));
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

  private static boolean isAll(Call c) {
    String word = c.text(1);
    if (!word.equalsIgnoreCase("one") && !word.equalsIgnoreCase("all")) {
      throw new SqlException(
          3154,
          "42000",
          "The oneOrAll argument to " + c.name() + " may take these values: 'one' or 'all'.");
    }
    return word.equalsIgnoreCase("all");
  }

  private static Value containsPath(Call c) {
    Object document = JsonFunctions.document(c, 0);
    boolean all = isAll(c);
    boolean one = false;
    for (int i = 2; i < c.size(); i++) {
      boolean there = JsonPath.of(c.text(i)).first(document) != null;
      if (all && !there) {
        return Predicates.truth(false);
      }
      one |= there;
    }
    return Predicates.truth(one);
  }

  private static Value search(Call c) {
    Object document = JsonFunctions.document(c, 0);
    boolean all = isAll(c);
    Set<String> found = new LinkedHashSet<>();
    search(c, document, "$", all, found);
    if (found.isEmpty()) {
      return Value.NULL;
    }
    return JsonFunctions.json(
        found.size() == 1 ? found.iterator().next() : new ArrayList<Object>(found));
  }

  private static void search(Call c, Object value, String path, boolean all, Set<String> found) {
    if (!all && !found.isEmpty()) {
      return;
    }
    c.run().tick();
    switch (value) {
      case String text -> {
        int escape = c.size() > 3 && !c.text(3).isEmpty() ? c.text(3).charAt(0) : '\\';
        if (Patterns.like(text, c.text(2), escape, Collation.DEFAULT, c.run()::tick)) {
          found.add(path);
        }
      }
      case Map<?, ?> map ->
          map.forEach((key, element) -> search(c, element, path + "." + name(key), all, found));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          search(c, list.get(i), path + "[" + i + "]", all, found);
        }
      }
      default -> {
        // only text is searched
      }
    }
  }

  private static String name(Object key) {
    String name = String.valueOf(key);
    return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : Json.quote(name);
  }
}
