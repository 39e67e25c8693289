package io.honeypods.mysql.sql;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The system variables of one server by name, with the values that it starts with. */
final class VariableList {
  private static final int CELLS = 5;

  private final Map<String, SystemVariable> variables = new TreeMap<>();

  VariableList(ServerProfile profile) {
    SystemFacts.lines("variables.txt").forEach(line -> add(line, profile));
    if (profile.versionNumber() >= 80400) {
      SystemFacts.lines("variables-8.4.txt").forEach(line -> change(line, profile));
    }
  }

  @Nullable SystemVariable find(String name) {
    return variables.get(name);
  }

  /** By name. */
  Collection<SystemVariable> all() {
    return variables.values();
  }

  private void change(String line, ServerProfile profile) {
    int sign = line.indexOf('=');
    int space = line.indexOf(' ');
    if (line.startsWith("-")) {
      variables.remove(line.substring(1));
    } else if (sign > 0 && (space < 0 || sign < space)) {
      variables.computeIfPresent(
          line.substring(0, sign),
          (name, old) ->
              new SystemVariable(
                  name,
                  old.reach(),
                  old.writable(),
                  old.kind(),
                  filled(line.substring(sign + 1), profile)));
    } else {
      add(line, profile);
    }
  }

  private void add(String line, ServerProfile profile) {
    String[] cells = line.split(" ", CELLS);
    variables.put(
        cells[0],
        new SystemVariable(
            cells[0],
            SystemVariable.Reach.valueOf(cells[1].toUpperCase(Locale.ROOT)),
            cells[2].equals("rw"),
            VariableKind.parse(cells[3]),
            cells.length < CELLS ? "" : filled(cells[4], profile)));
  }

  private static String filled(String text, ServerProfile profile) {
    return text.replace("${version}", profile.version())
        .replace("${host}", profile.host())
        .replace("${uuid}", profile.serverUuid())
        .replace("${port}", String.valueOf(profile.port()))
        .replace(
            "${plugin}",
            profile.versionNumber() >= 80400 ? "caching_sha2_password" : "mysql_native_password");
  }
}
