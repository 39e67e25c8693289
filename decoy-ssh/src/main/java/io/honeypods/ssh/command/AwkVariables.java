package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a running {@code awk}: those of the program, and of the functions it is in. */
final class AwkVariables {
  private static final int MAX_FRAMES = 100;
  private static final int MAX_ELEMENTS = 50_000;

  private final Task task;
  private final Map<String, AwkCell> globals = new HashMap<>();
  private final Deque<Map<String, AwkCell>> frames = new ArrayDeque<>();
  private int elements;
  private int held;

  AwkVariables(Task task) {
    this.task = task;
    set("FS", AwkValue.of(" "));
    set("OFS", AwkValue.of(" "));
    set("ORS", AwkValue.of("\n"));
    set("RS", AwkValue.of("\n"));
    set("SUBSEP", AwkValue.of("\u001c"));
    set("CONVFMT", AwkValue.of("%.6g"));
    set("OFMT", AwkValue.of("%.6g"));
    set("RSTART", AwkValue.of(0));
    set("RLENGTH", AwkValue.of(-1));
    task.environment().forEach((name, value) -> put("ENVIRON", name, AwkValue.input(value)));
  }

  AwkCell cell(String name) {
    Map<String, AwkCell> frame = frames.peek();
    AwkCell local = frame == null ? null : frame.get(name);
    return local == null ? globals.computeIfAbsent(name, _ -> new AwkCell()) : local;
  }

  AwkValue get(String name) {
    return cell(name).value();
  }

  void set(String name, AwkValue value) {
    AwkCell cell = cell(name);
    hold(value.text().length() - cell.value().text().length());
    cell.value(value);
  }

  /** An element, which is there from now on. */
  AwkValue element(String array, String key) {
    AwkValue value = cell(array).array().get(key);
    if (value == null) {
      put(array, key, AwkValue.NONE);
      return AwkValue.NONE;
    }
    return value;
  }

  void put(String array, String key, AwkValue value) {
    AwkValue before = cell(array).array().put(key, value);
    elements += before == null ? 1 : 0;
    hold(value.text().length() + (before == null ? key.length() : -before.text().length()));
    if (elements > MAX_ELEMENTS) {
      throw new Killed(Killed.KILL);
    }
  }

  void remove(String array, String key) {
    AwkValue before = cell(array).array().remove(key);
    if (before != null) {
      elements--;
      hold(-key.length() - before.text().length());
    }
  }

  void clear(String array) {
    List.copyOf(cell(array).array().keySet()).forEach(key -> remove(array, key));
  }

  private void hold(int more) {
    held += more;
    task.machine().requireMemory(Math.max(0, held));
  }

  /** Enters a function with cells of its own. */
  void enter(Map<String, AwkCell> locals) {
    frames.push(locals);
    if (frames.size() > MAX_FRAMES) {
      throw new Killed(11);
    }
  }

  void leave() {
    frames.pop();
  }
}
