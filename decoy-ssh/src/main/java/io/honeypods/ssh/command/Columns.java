package io.honeypods.ssh.command;

import java.util.List;

/** Names side by side as {@code ls} fills a terminal. */
final class Columns {
  private Columns() {}

  private static final int LEAST = 3;
  private static final int GAP = 2;
  private static final int TAB = 8;

  /** Lays out texts that are shown in place of names of known width, column by column. */
  static String of(List<String> names, List<String> shown, int width) {
    int count = names.size();
    for (int rows = 1; rows <= count; rows++) {
      int columns = (count + rows - 1) / rows;
      int[] widths = new int[columns];
      for (int i = 0; i < count; i++) {
        widths[i / rows] = Math.max(widths[i / rows], names.get(i).length());
      }
      if (sum(widths) < width || rows == count) {
        return columns(names, shown, rows, widths);
      }
    }
    return "";
  }

  /** The same, line by line. */
  static String across(List<String> names, List<String> shown, int width) {
    int count = names.size();
    for (int columns = count; columns > 1; columns--) {
      int[] widths = new int[columns];
      for (int i = 0; i < count; i++) {
        widths[i % columns] = Math.max(widths[i % columns], names.get(i).length());
      }
      if (sum(widths) < width) {
        return rows(names, shown, widths);
      }
    }
    return String.join("\n", shown) + "\n";
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int i = 0; i < widths.length; i++) {
      sum += Math.max(LEAST, widths[i] + (i < widths.length - 1 ? GAP : 0));
    }
    return sum;
  }

  private static String rows(List<String> names, List<String> shown, int[] widths) {
    var text = new StringBuilder();
    int at = 0;
    for (int i = 0; i < names.size(); i++) {
      int column = i % widths.length;
      boolean last = column == widths.length - 1 || i == names.size() - 1;
      int from = at + names.get(i).length();
      int to = at + Math.max(LEAST, widths[column] + GAP);
      text.append(shown.get(i)).append(last ? "\n" : indent(from, to));
      at = last ? 0 : to;
    }
    return text.toString();
  }

  private static String columns(List<String> names, List<String> shown, int rows, int[] widths) {
    var text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      int at = 0;
      for (int i = row; i < names.size(); i += rows) {
        int from = at + names.get(i).length();
        int to = at + Math.max(LEAST, widths[i / rows] + GAP);
        text.append(shown.get(i)).append(i + rows >= names.size() ? "\n" : indent(from, to));
        at = to;
      }
    }
    return text.toString();
  }

  /** Tabs and blanks from one column to another. */
  private static String indent(int from, int to) {
    var text = new StringBuilder();
    int at = from;
    while (at < to) {
      boolean tab = to / TAB > (at + 1) / TAB;
      text.append(tab ? '\t' : ' ');
      at += tab ? TAB - at % TAB : 1;
    }
    return text.toString();
  }
}
