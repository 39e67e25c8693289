package io.honeypods.mysql.sql;

import java.util.HashMap;
import java.util.Map;

/** The weights of characters in the collations of Unicode 9, by which text is ordered. */
final class Weights {
  private static final String SIGNS =
      "\t\n\u000b\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String CODES =
      """
      0201 0202 0203 0204 0205 0209 020B 020D 0222 0234 0239 0260 0266 0277 0305 030C 0317 0318 0319
      031A 031B 031C 038E 038F 0394 0395 0396 0398 0399 0482 0485 0616 061A 061B 061C 061E 0620 1C12
      1C3D 1C3E 1C3F 1C40 1C41 1C42 1C43 1C44 1C45 1C46
      1C47 1C60 1C7A 1C8F 1CAA 1CE5 1CF4 1D18 1D32 1D4C 1D65 1D77 1DAA
      1DB9 1DDD 1E0C 1E21 1E33 1E71 1E95 1EB5 1EE3 1EF5 1EFF 1F0B 1F21
      """;
  private static final char[] ASCII = ascii();

  /** Letters that decompose into no others, and those that count as two. */
  private static final Map<Character, String> LETTERS =
      Map.of('ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'đ', "d", 'ł', "l", 'ı', "i", 'þ', "th");

  private static final char GREEK = 0x1FB9;
  private static final char CYRILLIC = 0x2022;
  private static final char OTHERS = 0x3000;

  private Weights() {}

  private static char[] ascii() {
    char[] weights = new char[128];
    var codes = new HashMap<Character, Character>();
    String[] all = CODES.strip().split("\\s+", -1);
    for (int i = 0; i < SIGNS.length(); i++) {
      codes.put(SIGNS.charAt(i), (char) Integer.parseInt(all[i], 16));
    }
    for (char c = 0; c < 128; c++) {
      weights[c] = codes.getOrDefault(lower(c), (char) 0);
    }
    return weights;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /** Adds the weight of a character; those that weigh nothing add nothing. */
  static void add(char c, StringBuilder to) {
    if (c < 0x80) {
      if (ASCII[c] != 0) {
        to.append(ASCII[c]);
      }
      return;
    }
    char small = Character.toLowerCase(Character.toUpperCase(c));
    String spelled = LETTERS.get(small);
    if (spelled != null) {
      for (int i = 0; i < spelled.length(); i++) {
        add(spelled.charAt(i), to);
      }
      return;
    }
    to.append(wide(small));
  }

  private static char wide(char c) {
    if (c >= 'α' && c <= 'ω') {
      return (char) (GREEK + (c - 'α'));
    }
    if (c >= 'а' && c <= 'я') {
      return (char) (CYRILLIC + 4 * (c - 'а'));
    }
    return (char) Math.min(0xffff, OTHERS + c);
  }
}
