package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in a document: {@code $.a[0]}, with wildcards and ranges. */
record JsonPath(List<Leg> legs) {
  private static final int MOST = 1_000_000;

  /** One step of a path. */
  sealed interface Leg {
    record Member(String name) implements Leg {}

    record AnyMember() implements Leg {}

    /** An element; counted from the last one backwards where {@code fromEnd}. */
    record Element(int index, boolean fromEnd) implements Leg {}

    record Range(Element from, Element to) implements Leg {}

    record AnyElement() implements Leg {}

    record Anywhere() implements Leg {}
  }

  /** Reads a path; error 3143 where the text is none. */
  static JsonPath of(String text) {
    return new JsonPathReader(text).path();
  }

  boolean isMany() {
    return legs.stream()
        .anyMatch(leg -> !(leg instanceof Leg.Member) && !(leg instanceof Leg.Element));
  }

  /** All that is there, in order. */
  List<Object> find(Object document) {
    List<Object> here = List.of(document);
    for (Leg leg : legs) {
      var next = new ArrayList<Object>();
      Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
      here.forEach(value -> step(value, leg, next, met));
      if (next.size() > MOST) {
        throw Errors.timeExceeded();
      }
      here = next;
    }
    return here;
  }

  @Nullable Object first(Object document) {
    List<Object> found = find(document);
    return found.isEmpty() ? null : found.getFirst();
  }

  JsonPath parent() {
    return new JsonPath(legs.subList(0, legs.size() - 1));
  }

  private static void step(Object value, Leg leg, List<Object> next, Set<Object> met) {
    switch (leg) {
      case Leg.Member(var name) -> {
        Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
        if (found != null) {
          next.add(found);
        }
      }
      case Leg.AnyMember() -> {
        if (value instanceof Map<?, ?> map) {
          next.addAll(map.values());
        }
      }
      case Leg.AnyElement() -> {
        if (value instanceof List<?> list) {
          next.addAll(list);
        }
      }
      case Leg.Element element -> {
        int size = value instanceof List<?> list ? list.size() : 1;
        int index = index(element, size);
        if (index >= 0 && index < size) {
          next.add(value instanceof List<?> list ? list.get(index) : value);
        }
      }
      case Leg.Range(var from, var to) -> {
        if (value instanceof List<?> list) {
          int last = Math.min(list.size() - 1, index(to, list.size()));
          for (int i = Math.max(0, index(from, list.size())); i <= last; i++) {
            next.add(list.get(i));
          }
        }
      }
      case Leg.Anywhere() -> below(value, next, met);
    }
  }

  static int index(Leg.Element element, int size) {
    return element.fromEnd() ? size - 1 - element.index() : element.index();
  }

  /** A value and all that is in it; what was met already is not gone through again. */
  private static void below(Object value, List<Object> next, Set<Object> met) {
    boolean container = value instanceof Map<?, ?> || value instanceof List<?>;
    if (container && !met.add(value)) {
      return;
    }
    next.add(value);
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> below(element, next, met));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> below(element, next, met));
    }
  }
}
