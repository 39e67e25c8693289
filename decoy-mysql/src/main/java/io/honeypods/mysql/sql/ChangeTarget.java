package io.honeypods.mysql.sql;

/** A table in FROM whose rows change, and where its columns lie in a joined row. */
record ChangeTarget(Table table, String alias, int offset) {}
