package io.honeypods.decoy.event;

import java.util.ArrayList;
import java.util.List;

/** A named value in the order it came: a header, an attribute. */
public record Field(String name, String value) {
  /** Characters that a list of fields may hold on to before the rest is cut. */
  public static final int LIMIT = 6144;

  /** As many of the first fields as fit {@link #LIMIT}; the last of them may be cut. */
  public static List<Field> bounded(List<Field> fields) {
    int room = LIMIT;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      int size = field.name.length() + field.value.length() + 8;
      if (size > room) {
        var kept = new ArrayList<>(fields.subList(0, i));
        kept.add(field.cut(room));
        return kept;
      }
      room -= size;
    }
    return fields;
  }

  static int footprint(List<Field> fields) {
    int sum = 0;
    for (Field field : fields) {
      sum += 64 + field.name.length() + field.value.length();
    }
    return sum;
  }

  private Field cut(int room) {
    String shortName = name.substring(0, Math.min(name.length(), room));
    int left = room - shortName.length();
    return new Field(shortName, value.substring(0, Math.min(value.length(), left)));
  }
}
