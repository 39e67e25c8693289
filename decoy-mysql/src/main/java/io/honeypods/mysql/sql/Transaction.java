package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a session has changed since it began, each change with what undoes it. */
final class Transaction {
  private static final int MAX_UNDO = 1_000_000;

  private final List<Runnable> undo = new ArrayList<>();
  private final Map<String, Integer> savepoints = new LinkedHashMap<>();
  private boolean begun;
  private int statement;

  /** Whether BEGIN was said. */
  boolean begun() {
    return begun;
  }

  boolean dirty() {
    return !undo.isEmpty();
  }

  void begin() {
    begun = true;
  }

  void changed(Runnable undoing) {
    if (undo.size() < MAX_UNDO) {
      undo.add(undoing);
    }
  }

  /** A statement begins: its changes go if it fails. */
  void mark() {
    statement = undo.size();
  }

  void failed() {
    rollbackTo(statement);
  }

  void commit() {
    undo.clear();
    savepoints.clear();
    begun = false;
  }

  void rollback() {
    rollbackTo(0);
    commit();
  }

  private void rollbackTo(int size) {
    for (int i = undo.size() - 1; i >= size; i--) {
      undo.remove(i).run();
    }
  }

  void savepoint(String name) {
    savepoints.remove(name);
    savepoints.put(name, undo.size());
  }

  void rollback(String name) {
    Integer size = savepoints.get(name);
    if (size == null) {
      throw unknown(name);
    }
    rollbackTo(size);
    savepoints.values().removeIf(later -> later > size);
  }

  void release(String name) {
    if (savepoints.remove(name) == null) {
      throw unknown(name);
    }
  }

  private static SqlException unknown(String name) {
    return new SqlException(1305, "42000", "SAVEPOINT " + name + " does not exist");
  }
}
