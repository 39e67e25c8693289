package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Documents made one. */
final class JsonMerge {
  private JsonMerge() {}

  /** Both in one array; an array for a single second value stays an element. */
  static List<Object> joined(Object first, Object second, boolean single) {
    var all = new ArrayList<Object>();
    if (first instanceof List<?> list) {
      all.addAll(list);
    } else {
      all.add(first);
    }
    if (second instanceof List<?> list && !single) {
      all.addAll(list);
    } else {
      all.add(second);
    }
    return all;
  }

  static Value merged(Call c, boolean patch) {
    Object whole = JsonFunctions.document(c, 0);
    for (int i = 1; i < c.size(); i++) {
      Object next = JsonFunctions.document(c, i);
      whole = patch ? patched(whole, next) : preserved(whole, next);
    }
    return JsonFunctions.json(whole);
  }

  private static Object patched(Object document, Object patch) {
    if (!(patch instanceof Map<?, ?> changes)) {
      return patch;
    }
    Map<String, Object> result = Json.object();
    if (document instanceof Map<?, ?> map) {
      map.forEach((key, value) -> result.put((String) key, value));
    }
    changes.forEach(
        (key, value) -> {
          if (value instanceof Json.Nothing) {
            result.remove((String) key);
          } else {
            result.put((String) key, patched(result.getOrDefault(key, Json.NULL), value));
          }
        });
    return result;
  }

  private static Object preserved(Object first, Object second) {
    if (!(first instanceof Map<?, ?> a) || !(second instanceof Map<?, ?> b)) {
      return joined(first, second, false);
    }
    Map<String, Object> result = Json.object();
    a.forEach((key, value) -> result.put((String) key, value));
    b.forEach((key, value) -> result.merge((String) key, value, JsonMerge::preserved));
    return result;
  }
}
