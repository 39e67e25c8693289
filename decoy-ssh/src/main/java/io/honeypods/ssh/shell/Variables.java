package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Killed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables of a shell, bounded in number and size. */
final class Variables {
  private static final int MAX_COUNT = 2000;
  private static final int MAX_VALUE = 1 << 20;
  private static final int MAX_TOTAL = 4 << 20;

  private final Map<String, Variable> values = new HashMap<>();
  private final Set<String> exported = new HashSet<>();
  private final Set<String> fixed = new HashSet<>();
  private final Deque<Map<String, Saved>> frames = new ArrayDeque<>();
  private long total;

  Variables() {}

  Variables(Variables other) {
    other.values.forEach((name, variable) -> values.put(name, variable.copy()));
    exported.addAll(other.exported);
    fixed.addAll(other.fixed);
    total = other.total;
  }

  /** What a name stood for before a function took it for its own. */
  private record Saved(@Nullable Variable variable, boolean exported) {}

  @Nullable String get(String name) {
    Variable variable = values.get(name);
    return variable == null ? null : variable.elements().get(0);
  }

  /** The elements of an array, or the one of a plain variable. */
  SortedMap<Integer, String> elements(String name) {
    Variable variable = values.get(name);
    return variable == null ? new TreeMap<>() : variable.elements();
  }

  @Nullable Variable find(String name) {
    return values.get(name);
  }

  Variable variable(String name) {
    return values.computeIfAbsent(name, _ -> new Variable());
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
    Variable variable = variable(name);
    String before = variable.elements().put(index, value);
    total += value.length() - (before == null ? 0 : before.length());
    if (value.length() > MAX_VALUE
        || total > MAX_TOTAL
        || values.size() > MAX_COUNT
        || variable.elements().size() > MAX_COUNT * 10) {
      throw new Killed(Killed.KILL);
    }
    if (index > 0) {
      variable.indexed();
    }
  }

  /** Begins an array that holds nothing; one that keys are of stays so. */
  void clear(String name) {
    Variable before = values.get(name);
    boolean keyed = before != null && before.isKeyed();
    forget(name);
    Variable array = variable(name);
    array.indexed();
    if (keyed) {
      array.keyed();
    }
  }

  void unset(String name) {
    forget(name);
    exported.remove(name);
  }

  void unset(String name, int index) {
    String gone = variable(name).elements().remove(index);
    total -= gone == null ? 0 : gone.length();
  }

  private void forget(String name) {
    Variable gone = values.remove(name);
    if (gone != null) {
      gone.elements().values().forEach(value -> total -= value.length());
    }
  }

  /** Enters a function. */
  void enter() {
    frames.push(new LinkedHashMap<>());
  }

  /** Leaves it: what it had for its own is as it was. */
  void leave() {
    frames
        .pop()
        .forEach(
            (name, saved) -> {
              unset(name);
              Variable before = saved.variable();
              if (before != null) {
                values.put(name, before);
                before.elements().values().forEach(value -> total += value.length());
                export(name, saved.exported());
              }
            });
  }

  /** Makes a name the function's own, unset as yet. */
  void own(String name) {
    Map<String, Saved> frame = frames.peek();
    if (frame != null && !frame.containsKey(name)) {
      frame.put(name, new Saved(values.get(name), exported.contains(name)));
      unset(name);
    }
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
    for (String name : new TreeSet<>(exported)) {
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
        (name, variable) -> {
          String value = variable.elements().get(0);
          if (value != null) {
            all.put(name, value);
          }
        });
    return all;
  }
}
