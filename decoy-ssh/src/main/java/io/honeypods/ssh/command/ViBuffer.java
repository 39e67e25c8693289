package io.honeypods.ssh.command;

import java.util.ArrayList;
import java.util.List;

/** The lines that somebody edits, and where they are in them. */
final class ViBuffer {
  private static final int MAX_SIZE = 1 << 20;

  private final List<StringBuilder> lines = new ArrayList<>();
  private int row;
  private int column;
  private int size;
  private boolean changed;

  ViBuffer(String text) {
    String bare = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : bare.split("\n", -1)) {
      lines.add(new StringBuilder(line));
    }
    size = text.length();
  }

  List<StringBuilder> lines() {
    return lines;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  boolean isChanged() {
    return changed;
  }

  void saved() {
    changed = false;
  }

  String text() {
    String text = String.join("\n", lines);
    return text.isEmpty() ? "" : text + "\n";
  }

  /** Goes there, or as near as there is; behind the last character only while text is put in. */
  void move(int toRow, int toColumn, boolean inserting) {
    row = Math.clamp(toRow, 0, lines.size() - 1);
    int length = lines.get(row).length();
    column = Math.clamp(toColumn, 0, inserting ? length : Math.max(0, length - 1));
  }

  void insert(char c) {
    if (size < MAX_SIZE) {
      lines.get(row).insert(column++, c);
      grew(1);
    }
  }

  void split() {
    if (size < MAX_SIZE) {
      StringBuilder line = lines.get(row);
      lines.add(row + 1, new StringBuilder(line.substring(column)));
      line.setLength(column);
      row++;
      column = 0;
      grew(1);
    }
  }

  /** Opens an empty line below, or above. */
  void open(boolean below) {
    row += below ? 1 : 0;
    lines.add(row, new StringBuilder());
    column = 0;
    grew(1);
  }

  void deleteBefore() {
    if (column > 0) {
      lines.get(row).deleteCharAt(--column);
      grew(-1);
    } else if (row > 0) {
      StringBuilder gone = lines.remove(row--);
      column = lines.get(row).length();
      lines.get(row).append(gone);
      grew(-1);
    }
  }

  void deleteAt() {
    StringBuilder line = lines.get(row);
    if (column < line.length()) {
      line.deleteCharAt(column);
      grew(-1);
      move(row, column, false);
    }
  }

  void deleteLine() {
    grew(-lines.get(row).length() - 1);
    lines.remove(row);
    if (lines.isEmpty()) {
      lines.add(new StringBuilder());
    }
    move(row, 0, false);
  }

  void deleteRest() {
    StringBuilder line = lines.get(row);
    grew(column - line.length());
    line.setLength(column);
    move(row, column, false);
  }

  private void grew(int by) {
    size += by;
    changed = true;
  }
}
