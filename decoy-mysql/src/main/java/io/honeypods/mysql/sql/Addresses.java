package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of IPv4 and IPv6 as text and as bytes, without asking any resolver. */
final class Addresses {
  private static final int GROUPS = 8;

  private Addresses() {}

  /** Four bytes, or null where the text is no such address. */
  static byte @Nullable [] v4(String text) {
    String[] parts = text.split("\\.", 5);
    byte[] bytes = new byte[4];
    if (parts.length != 4) {
      return null;
    }
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  /** Sixteen bytes, or null where the text is no such address. */
  static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    if (text.length() > 39 || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
      return null;
    }
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int count = head.size() + tail.size();
    if (gap < 0 ? count != GROUPS : count >= GROUPS) {
      return null;
    }
    byte[] bytes = new byte[16];
    for (int i = 0; i < head.size(); i++) {
      put(bytes, i, head.get(i));
    }
    for (int i = 0; i < tail.size(); i++) {
      put(bytes, GROUPS - tail.size() + i, tail.get(i));
    }
    return bytes;
  }

  private static void put(byte[] bytes, int group, int value) {
    bytes[group * 2] = (byte) (value >> 8);
    bytes[group * 2 + 1] = (byte) value;
  }

  private static @Nullable List<Integer> groups(String text) {
    var groups = new ArrayList<Integer>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", GROUPS + 1);
    for (int i = 0; i < parts.length; i++) {
      byte[] four = i == parts.length - 1 ? v4(parts[i]) : null;
      if (four != null) {
        groups.add((four[0] & 0xff) << 8 | (four[1] & 0xff));
        groups.add((four[2] & 0xff) << 8 | (four[3] & 0xff));
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
  }

  /** Four or sixteen bytes as text. */
  static String text(byte[] bytes) {
    if (bytes.length == 4) {
      return dotted(bytes);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[i * 2] & 0xff) << 8 | (bytes[i * 2 + 1] & 0xff);
    }
    int[] gap = longestGap(groups);
    boolean embeds = gap[0] == 0 && (gap[1] == 6 || (gap[1] == 5 && groups[5] == 0xffff));
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS; ) {
      if (i == gap[0] && gap[1] > 1) {
        text.append("::");
        i += gap[1];
      } else if (embeds && i == 6) {
        return text.append(i == gap[0] + gap[1] ? "" : ":")
            .append(dotted(Arrays.copyOfRange(bytes, 12, 16)))
            .toString();
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
        i++;
      }
    }
    return text.toString();
  }

  private static int[] longestGap(int[] groups) {
    int[] best = {-1, 0};
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > best[1]) {
        best = new int[] {i, end - i};
      }
    }
    return best;
  }

  private static String dotted(byte[] bytes) {
    return (bytes[0] & 0xff)
        + "."
        + (bytes[1] & 0xff)
        + "."
        + (bytes[2] & 0xff)
        + "."
        + (bytes[3] & 0xff);
  }
}
