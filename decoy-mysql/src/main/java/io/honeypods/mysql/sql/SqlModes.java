package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The flags of {@code sql_mode}, in the order in which the server lists them. */
final class SqlModes {
  /** By bit; an empty name is a bit that no longer means anything. */
  private static final List<String> NAMES =
      List.of(
          "REAL_AS_FLOAT",
          "PIPES_AS_CONCAT",
          "ANSI_QUOTES",
          "IGNORE_SPACE",
          "",
          "ONLY_FULL_GROUP_BY",
          "NO_UNSIGNED_SUBTRACTION",
          "NO_DIR_IN_CREATE",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "ANSI",
          "NO_AUTO_VALUE_ON_ZERO",
          "NO_BACKSLASH_ESCAPES",
          "STRICT_TRANS_TABLES",
          "STRICT_ALL_TABLES",
          "NO_ZERO_IN_DATE",
          "NO_ZERO_DATE",
          "ALLOW_INVALID_DATES",
          "ERROR_FOR_DIVISION_BY_ZERO",
          "TRADITIONAL",
          "",
          "HIGH_NOT_PRECEDENCE",
          "NO_ENGINE_SUBSTITUTION",
          "PAD_CHAR_TO_FULL_LENGTH",
          "TIME_TRUNCATE_FRACTIONAL");

  private static final Map<String, List<String>> COMBINED =
      Map.of(
          "ANSI",
          List.of(
              "REAL_AS_FLOAT",
              "PIPES_AS_CONCAT",
              "ANSI_QUOTES",
              "IGNORE_SPACE",
              "ONLY_FULL_GROUP_BY"),
          "TRADITIONAL",
          List.of(
              "STRICT_TRANS_TABLES",
              "STRICT_ALL_TABLES",
              "NO_ZERO_IN_DATE",
              "NO_ZERO_DATE",
              "ERROR_FOR_DIVISION_BY_ZERO",
              "NO_ENGINE_SUBSTITUTION"));

  private SqlModes() {}

  /** A list of modes in the server's order with all that they imply; a wrong one is in Refused. */
  static Outcome of(String text) {
    var bits = new TreeSet<Integer>();
    for (String part : text.split(",", -1)) {
      String name = part.strip().toUpperCase(Locale.ROOT);
      if (name.isEmpty()) {
        continue;
      }
      int bit = NAMES.indexOf(name);
      if (bit < 0) {
        return new Outcome(null, part);
      }
      bits.add(bit);
      COMBINED.getOrDefault(name, List.of()).forEach(implied -> bits.add(NAMES.indexOf(implied)));
    }
    return new Outcome(join(bits), "");
  }

  static Outcome of(BigInteger mask) {
    var bits = new TreeSet<Integer>();
    for (int bit = 0; bit < mask.bitLength(); bit++) {
      if (mask.testBit(bit)) {
        if (bit >= NAMES.size() || NAMES.get(bit).isEmpty()) {
          return new Outcome(null, mask.toString());
        }
        bits.add(bit);
      }
    }
    return new Outcome(join(bits), "");
  }

  /** Whether the modes about zeros and strictness are only partly there, which gets a warning. */
  static boolean isHalfStrict(String modes) {
    Set<String> set = Set.of(modes.isEmpty() ? new String[0] : modes.split(",", -1));
    boolean strict = set.contains("STRICT_TRANS_TABLES") || set.contains("STRICT_ALL_TABLES");
    int zeros = 0;
    for (String mode : List.of("NO_ZERO_DATE", "NO_ZERO_IN_DATE", "ERROR_FOR_DIVISION_BY_ZERO")) {
      zeros += set.contains(mode) ? 1 : 0;
    }
    return strict ? zeros < 3 : zeros > 0;
  }

  private static String join(Set<Integer> bits) {
    var names = new ArrayList<String>();
    bits.forEach(bit -> names.add(NAMES.get(bit)));
    return String.join(",", names);
  }

  /** {@code modes} is null where {@code refused} is none of them. */
  record Outcome(@Nullable String modes, String refused) {}
}
