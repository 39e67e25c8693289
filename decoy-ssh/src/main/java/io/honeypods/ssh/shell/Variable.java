package io.honeypods.ssh.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The elements of a variable; those that have keys are numbered as they come. */
final class Variable {
  private final TreeMap<Integer, String> elements = new TreeMap<>();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private boolean array;
  private boolean keyed;
  private boolean number;

  Variable copy() {
    var copy = new Variable();
    copy.elements.putAll(elements);
    copy.keys.putAll(keys);
    copy.array = array;
    copy.keyed = keyed;
    copy.number = number;
    return copy;
  }

  SortedMap<Integer, String> elements() {
    return elements;
  }

  /** It is an array of numbers from now on. */
  void indexed() {
    array = true;
  }

  /** It is an array of keys from now on. */
  void keyed() {
    array = true;
    keyed = true;
  }

  boolean isArray() {
    return array;
  }

  boolean isKeyed() {
    return keyed;
  }

  /** What is assigned to it is worked out first. */
  void counted() {
    number = true;
  }

  boolean isCounted() {
    return number;
  }

  /** The number of a key. */
  int index(String key) {
    return keys.computeIfAbsent(key, _ -> keys.size());
  }

  /** What its elements are found by. */
  List<String> indices() {
    var shown = new ArrayList<String>();
    if (keyed) {
      keys.forEach(
          (key, index) -> {
            if (elements.containsKey(index)) {
              shown.add(key);
            }
          });
    } else {
      elements.keySet().forEach(index -> shown.add(String.valueOf(index)));
    }
    return shown;
  }
}
