package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads types as the lists of system tables write them. */
final class SystemTypes {
  private SystemTypes() {}

  /** Such as {@code varchar(64)} or {@code enum('N','Y')}. */
  static DataType parse(String text, Collation collation) {
    boolean unsigned = text.endsWith(" unsigned");
    String plain = unsigned ? text.substring(0, text.length() - 9) : text;
    int open = plain.indexOf('(');
    String word = open < 0 ? plain : plain.substring(0, open);
    TypeName name = TypeName.valueOf(word.toUpperCase(Locale.ROOT));
    String inside = open < 0 ? "" : plain.substring(open + 1, plain.length() - 1);
    Collation used =
        switch (name.family()) {
          case TEXT -> collation;
          case INTEGER, DECIMAL, REAL, BIT, TEMPORAL, BINARY, JSON -> Collation.BINARY;
        };
    if (name == TypeName.ENUM || name == TypeName.SET) {
      return new DataType(name, -1, -1, false, false, used, elements(inside));
    }
    String[] numbers = inside.split(",", -1);
    long first = inside.isEmpty() ? -1 : Long.parseLong(numbers[0]);
    int second = numbers.length > 1 ? Integer.parseInt(numbers[1]) : -1;
    boolean fraction =
        name == TypeName.TIME || name == TypeName.DATETIME || name == TypeName.TIMESTAMP;
    return fraction
        ? new DataType(name, -1, (int) first, unsigned, false, used, List.of())
        : new DataType(name, first, second, unsigned, false, used, List.of());
  }

  private static List<String> elements(String inside) {
    var elements = new ArrayList<String>();
    for (String element : inside.split(",", -1)) {
      elements.add(element.substring(1, element.length() - 1));
    }
    return elements;
  }
}
