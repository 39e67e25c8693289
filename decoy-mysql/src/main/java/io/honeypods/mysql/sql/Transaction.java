package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session has changed since it began, each change with what undoes it. */
final class Transaction {
  private static final int MAX_UNDO = 1_000_000;

  private final List<Runnable> undo = new ArrayList<>();
  private final Set<Table> touched = new HashSet<>();
  private final Map<String, Integer> savepoints = new LinkedHashMap<>();
  private boolean begun;
  private boolean readOnly;
  private boolean reads;
  private @Nullable String xa;
  private boolean prepared;
  private int statement;

  /** Whether BEGIN was said. */
  boolean begun() {
    return begun;
  }

  boolean dirty() {
    return reads || !undo.isEmpty();
  }

  /** A table was looked at, which begins a transaction where nothing commits by itself. */
  void reads() {
    reads = true;
  }

  void begin() {
    begin(false);
  }

  void begin(boolean onlyReads) {
    begun = true;
    readOnly = onlyReads;
  }

  /** Whether START TRANSACTION READ ONLY was said. */
  boolean readOnly() {
    return begun && readOnly;
  }

  /** XA START. */
  void begin(String xid) {
    begin(false);
    xa = xid;
    prepared = false;
  }

  void prepare() {
    prepared = true;
  }

  /** The XID of an XA transaction, or null. */
  @Nullable String xa() {
    return xa;
  }

  boolean prepared() {
    return prepared;
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

  /** A row is about to change, which others are not to see before the end. */
  void touches(Table table, RowKey at, Value @Nullable [] before) {
    touched.add(table);
    table.uncommitted().add(at, this, before);
  }

  void commit() {
    touched.forEach(table -> table.uncommitted().settle(this));
    touched.clear();
    undo.clear();
    savepoints.clear();
    begun = false;
    readOnly = false;
    reads = false;
    xa = null;
    prepared = false;
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
