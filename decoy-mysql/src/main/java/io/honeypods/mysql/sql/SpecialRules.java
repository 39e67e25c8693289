package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What variables whose text means something to the server make of it. */
final class SpecialRules {
  private static final Set<String> CLIENTLESS = Set.of("ucs2", "utf16", "utf16le", "utf32");
  private static final Set<String> ENGINES =
      Set.of("InnoDB", "MyISAM", "MEMORY", "CSV", "ARCHIVE", "BLACKHOLE", "MRG_MYISAM");
  private static final List<String> LOG_FOLDERS =
      List.of(
          "/var/lib/mysql",
          "/var/lib/mysql-files",
          "/var/run/mysqld",
          "/run/mysqld",
          "/tmp",
          "/var/tmp",
          "/dev/shm",
          "/var/lib/mysql-keyring",
          "/var/lib/mysql/mysql",
          "/var/lib/mysql/sys",
          "/var/lib/mysql/performance_schema");

  private final List<Warning> warnings;

  /** Notes go into that list. */
  SpecialRules(List<Warning> warnings) {
    this.warnings = warnings;
  }

  /** The value that a variable of that meaning takes. */
  Value accept(SystemVariable variable, VariableKind.Meaning meaning, Value value) {
    return switch (meaning) {
      case CHARSET -> charset(variable, value);
      case COLLATION -> collation(variable, value);
      case ENGINE -> engine(VariableRules.string(variable, value));
      case LOCALE -> locale(variable, value);
      case FILE -> file(variable, value);
      case SQLMODE -> sqlMode(variable, value);
      case TIMEZONE -> timeZone(VariableRules.string(variable, value));
    };
  }

  private Value charset(SystemVariable variable, Value value) {
    if (variable.name().equals("character_set_database")) {
      warnings.add(
          new Warning(
              Warning.Level.WARNING,
              1681,
              "Updating 'character_set_database' is deprecated. It will be made read-only in a"
                  + " future release."));
    }
    if (value instanceof Value.Null && variable.name().equals("character_set_results")) {
      return value;
    }
    Collation collation = byNumber(value);
    String name = collation != null ? collation.charset() : VariableRules.string(variable, value);
    Collation found = Collation.ofCharset(name);
    if (found == null) {
      throw Errors.unknownCharset(name);
    }
    if (variable.name().equals("character_set_client") && CLIENTLESS.contains(found.charset())) {
      throw variable.wrongValue(found.charset());
    }
    return new Value.Text(found.charset());
  }

  private static Value collation(SystemVariable variable, Value value) {
    Collation number = byNumber(value);
    if (number != null) {
      return new Value.Text(number.name());
    }
    String name = VariableRules.string(variable, value);
    Collation found = Collation.find(name);
    if (found == null) {
      throw Errors.unknownCollation(name);
    }
    return new Value.Text(found.name());
  }

  private static @org.jspecify.annotations.Nullable Collation byNumber(Value value) {
    if (value instanceof Value.Int(var number, var unsigned)) {
      return Collation.all().stream()
          .filter(collation -> BigInteger.valueOf(collation.id()).equals(number))
          .findFirst()
          .orElseThrow(() -> Errors.unknownCollation(number.toString()));
    }
    return null;
  }

  private static Value engine(String name) {
    return new Value.Text(
        ENGINES.stream()
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(
                () -> new SqlException(1286, "42000", "Unknown storage engine '" + name + "'")));
  }

  private static Value locale(SystemVariable variable, Value value) {
    String name = VariableRules.string(variable, value);
    if (!name.matches("[a-z]{2,3}_[A-Z]{2}(@[a-z]+)?")) {
      throw new SqlException(1649, "HY000", "Unknown locale: '" + name + "'");
    }
    return new Value.Text(name);
  }

  /** A log goes where the folder exists and belongs to the server, under no name of a config. */
  private static Value file(SystemVariable variable, Value value) {
    if (value instanceof Value.Null) {
      throw variable.wrongValue("NULL");
    }
    String path = VariableRules.string(variable, value);
    String lower = path.toLowerCase(Locale.ROOT);
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "/var/lib/mysql" : path.substring(0, slash);
    boolean known =
        !path.startsWith("/") ? slash < 0 || folder.equals(".") : LOG_FOLDERS.contains(folder);
    if (path.isEmpty()
        || slash == path.length() - 1
        || lower.endsWith(".cnf")
        || lower.endsWith(".ini")
        || !known) {
      throw variable.wrongValue(path);
    }
    return new Value.Text(path);
  }

  private Value sqlMode(SystemVariable variable, Value value) {
    if (value instanceof Value.Null) {
      throw variable.wrongValue("NULL");
    }
    SqlModes.Outcome outcome =
        value instanceof Value.Int(var mask, var unsigned)
            ? SqlModes.of(mask)
            : SqlModes.of(VariableRules.string(variable, value));
    String modes = outcome.modes();
    if (modes == null) {
      throw variable.wrongValue(outcome.refused());
    }
    if (SqlModes.isHalfStrict(modes)) {
      warnings.add(
          new Warning(
              Warning.Level.WARNING,
              3135,
              "'NO_ZERO_DATE', 'NO_ZERO_IN_DATE' and 'ERROR_FOR_DIVISION_BY_ZERO' sql modes"
                  + " should be used with strict mode. They will be merged with strict mode in a"
                  + " future release."));
    }
    return new Value.Text(modes);
  }

  private static Value timeZone(String name) {
    if (name.equalsIgnoreCase("SYSTEM")) {
      return new Value.Text("SYSTEM");
    }
    var offset = java.util.regex.Pattern.compile("([+-])(\\d{1,2}):(\\d{2})").matcher(name);
    if (offset.matches()) {
      int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
      boolean fits = minutes <= (offset.group(1).equals("+") ? 14 * 60 : 13 * 60 + 59);
      if (fits && Integer.parseInt(offset.group(3)) < 60) {
        return new Value.Text(name);
      }
    }
    try {
      if (Character.isLetter(name.isEmpty() ? ' ' : name.charAt(0))) {
        return new Value.Text(ZoneId.of(name).getId());
      }
    } catch (DateTimeException e) {
      throw unknownZone(name);
    }
    throw unknownZone(name);
  }

  private static SqlException unknownZone(String name) {
    return new SqlException(1298, "HY000", "Unknown or incorrect time zone: '" + name + "'");
  }
}
