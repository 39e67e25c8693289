package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Killed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables of a shell, bounded in number and size. */
final class Variables {
  private static final int MAX_COUNT = 2000;
  private static final int MAX_VALUE = 1 << 20;
  private static final int MAX_TOTAL = 4 << 20;

  private final Map<String, TreeMap<Integer, String>> values = new HashMap<>();
  private final Set<String> arrays = new HashSet<>();
  private final Set<String> exported = new HashSet<>();
  private final Set<String> fixed = new HashSet<>();
  private long total;

  Variables() {}

  Variables(Variables other) {
    other.values.forEach((name, elements) -> values.put(name, new TreeMap<>(elements)));
    arrays.addAll(other.arrays);
    exported.addAll(other.exported);
    fixed.addAll(other.fixed);
    total = other.total;
  }

  @Nullable String get(String name) {
    TreeMap<Integer, String> elements = values.get(name);
    return elements == null ? null : elements.get(0);
  }

  /** The elements of an array, or the one of a plain variable. */
  SortedMap<Integer, String> elements(String name) {
    return values.getOrDefault(name, new TreeMap<>());
  }

  boolean isArray(String name) {
    return arrays.contains(name);
  }

  boolean isFixed(String name) {
    return fixed.contains(name);
  }

  void fix(String name) {
    fixed.add(name);
  }

  void set(String name, String value) {
    set(name, 0, value);
  }

  void set(String name, int index, String value) {
    TreeMap<Integer, String> elements = values.computeIfAbsent(name, _ -> new TreeMap<>());
    String before = elements.put(index, value);
    total += value.length() - (before == null ? 0 : before.length());
    if (value.length() > MAX_VALUE
        || total > MAX_TOTAL
        || values.size() > MAX_COUNT
        || elements.size() > MAX_COUNT * 10) {
      throw new Killed(Killed.KILL);
    }
    if (index > 0) {
      arrays.add(name);
    }
  }

  /** Begins an array that holds nothing. */
  void clear(String name) {
    unset(name);
    values.put(name, new TreeMap<>());
    arrays.add(name);
  }

  void unset(String name) {
    TreeMap<Integer, String> gone = values.remove(name);
    if (gone != null) {
      gone.values().forEach(value -> total -= value.length());
    }
    arrays.remove(name);
    exported.remove(name);
  }

  void export(String name, boolean on) {
    if (on) {
      exported.add(name);
    } else {
      exported.remove(name);
    }
  }

  boolean isExported(String name) {
    return exported.contains(name);
  }

  /** What children are given. */
  Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    for (String name : new java.util.TreeSet<>(exported)) {
      String value = get(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    return environment;
  }

  /** All plain variables in order of their names. */
  SortedMap<String, String> all() {
    var all = new TreeMap<String, String>();
    values.forEach(
        (name, elements) -> {
          String value = elements.get(0);
          if (value != null) {
            all.put(name, value);
          }
        });
    return all;
  }
}
