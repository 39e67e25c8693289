package io.honeypods.mysql.sql;

import java.util.List;

/** All that the engine asks of the server's administration. */
record SystemPart(
    SystemStatements statements,
    SystemVariables variables,
    Rights rights,
    List<? extends VirtualTable> tables) {
  SystemPart {
    tables = List.copyOf(tables);
  }
}
