package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a variable makes of the value that somebody sets it to. */
final class VariableRules {
  private final List<Warning> warnings;

  /** Notes go into that list. */
  VariableRules(List<Warning> warnings) {
    this.warnings = warnings;
  }

  /** The value that it takes. */
  Value accept(SystemVariable variable, Value value, String current) {
    return switch (variable.kind()) {
      case VariableKind.Bool() -> bool(variable, value);
      case VariableKind.Whole whole -> whole(variable, whole, value);
      case VariableKind.Fraction fraction -> fraction(variable, fraction, value);
      case VariableKind.Text() -> text(variable, value);
      case VariableKind.OneOf(var names) -> oneOf(variable, names, value);
      case VariableKind.SomeOf(var names) -> someOf(variable, names, value);
      case VariableKind.Flags() -> flags(variable, current, value);
      case VariableKind.Special(var meaning) ->
          new SpecialRules(warnings).accept(variable, meaning, value);
    };
  }

  private static Value bool(SystemVariable variable, Value value) {
    return switch (value) {
      case Value.Int(var number, var unsigned)
          when number.signum() == 0 || number.equals(BigInteger.ONE) ->
          Value.Int.of(number.longValue());
      case Value.Text(var text) when text.equalsIgnoreCase("ON") || text.equalsIgnoreCase("TRUE") ->
          Value.Int.of(1);
      case Value.Text(var text)
          when text.equalsIgnoreCase("OFF") || text.equalsIgnoreCase("FALSE") ->
          Value.Int.of(0);
      case Value.Decimal decimal -> throw variable.wrongType();
      case Value.Real real -> throw variable.wrongType();
      default -> throw variable.wrongValue(shown(value));
    };
  }

  private Value whole(SystemVariable variable, VariableKind.Whole kind, Value value) {
    if (!(value instanceof Value.Int(var number, var unsigned))) {
      throw variable.wrongType();
    }
    BigInteger fitting = number.max(kind.min()).min(kind.max());
    fitting = fitting.subtract(fitting.mod(kind.block())).max(kind.min());
    if (!fitting.equals(number)) {
      truncated(variable, number.toString());
    }
    return new Value.Int(fitting, kind.unsigned());
  }

  private Value fraction(SystemVariable variable, VariableKind.Fraction kind, Value value) {
    double number =
        switch (value) {
          case Value.Int(var whole, var unsigned) -> whole.doubleValue();
          case Value.Decimal(BigDecimal decimal) -> decimal.doubleValue();
          case Value.Real(var real) -> real;
          default -> throw variable.wrongType();
        };
    double fitting = Math.clamp(number, kind.min(), kind.max());
    if (fitting != number) {
      truncated(variable, shown(value));
    }
    return new Value.Real(fitting);
  }

  private void truncated(SystemVariable variable, String value) {
    warnings.add(
        new Warning(
            Warning.Level.WARNING,
            1292,
            "Truncated incorrect " + variable.name() + " value: '" + value + "'"));
  }

  private static Value text(SystemVariable variable, Value value) {
    if (value instanceof Value.Null) {
      boolean nullable =
          variable.initial().equals("\\N")
              || variable.name().equals("session_track_system_variables");
      if (!nullable) {
        throw variable.wrongValue("NULL");
      }
      return value;
    }
    return new Value.Text(string(variable, value));
  }

  private static Value oneOf(SystemVariable variable, List<String> names, Value value) {
    if (value instanceof Value.Int(var number, var unsigned)) {
      boolean known =
          number.signum() >= 0 && number.compareTo(BigInteger.valueOf(names.size())) < 0;
      if (!known || names.get(number.intValue()).equals("DISABLED")) {
        throw variable.wrongValue(number.toString());
      }
      return new Value.Text(names.get(number.intValue()));
    }
    String text = string(variable, value);
    return new Value.Text(
        names.stream()
            .filter(text::equalsIgnoreCase)
            .filter(name -> !name.equals("DISABLED"))
            .findFirst()
            .orElseThrow(() -> variable.wrongValue(text)));
  }

  private static Value someOf(SystemVariable variable, List<String> names, Value value) {
    var chosen = new ArrayList<String>();
    if (value instanceof Value.Int(var mask, var unsigned)) {
      if (mask.signum() < 0 || mask.bitLength() > names.size()) {
        throw variable.wrongValue(mask.toString());
      }
      for (int bit = 0; bit < names.size(); bit++) {
        if (mask.testBit(bit)) {
          chosen.add(names.get(bit));
        }
      }
      return new Value.Text(String.join(",", chosen));
    }
    var wanted = new ArrayList<>(List.of(string(variable, value).split(",", -1)));
    wanted.removeIf(String::isBlank);
    for (String name : wanted) {
      if (names.stream().noneMatch(name.strip()::equalsIgnoreCase)) {
        throw variable.wrongValue(name);
      }
    }
    names.stream()
        .filter(name -> wanted.stream().anyMatch(given -> given.strip().equalsIgnoreCase(name)))
        .forEach(chosen::add);
    return new Value.Text(String.join(",", chosen));
  }

  private static Value flags(SystemVariable variable, String current, Value value) {
    String text = string(variable, value);
    var flags = new LinkedHashMap<String, String>();
    for (String pair : current.split(",", -1)) {
      int sign = pair.indexOf('=');
      flags.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    for (String pair : text.split(",", -1)) {
      if (pair.equalsIgnoreCase("default") || pair.isEmpty()) {
        continue;
      }
      int sign = Math.max(pair.indexOf('='), 0);
      String name = pair.substring(0, sign).strip().toLowerCase(Locale.ROOT);
      String state = pair.substring(Math.min(sign + 1, pair.length())).toLowerCase(Locale.ROOT);
      if (!flags.containsKey(name) || !Set.of("on", "off", "default").contains(state)) {
        throw variable.wrongValue(pair);
      }
      flags.replace(name, state.equals("default") ? flags.get(name) : state);
    }
    var pairs = new ArrayList<String>();
    flags.forEach((name, state) -> pairs.add(name + "=" + state));
    return new Value.Text(String.join(",", pairs));
  }

  /** Text of a value that is text. */
  static String string(SystemVariable variable, Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Blob(var bytes) ->
          new String(bytes.toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
      case Value.Null() -> throw variable.wrongValue("NULL");
      default -> throw variable.wrongType();
    };
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Null() -> "NULL";
      case Value.Int(var number, var unsigned) -> number.toString();
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Real(var number) -> String.valueOf(number);
      case Value.Text(var text) -> text;
      default -> "";
    };
  }
}
