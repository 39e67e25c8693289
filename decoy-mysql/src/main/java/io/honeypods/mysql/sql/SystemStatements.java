package io.honeypods.mysql.sql;

import org.jspecify.annotations.Nullable;

/** Statements that the server's administration answers, not the engine. */
interface SystemStatements {

  /**
   * Runs one statement before the engine's parser is asked, such as SHOW, FLUSH, CREATE USER, GRANT
   * or KILL; null if it is not of these.
   *
   * @param sql one statement, without comments around it, spaces or semicolon at its ends; comments
   *     of the form {@code /*!40101 …} are already opened
   * @throws SqlException what the client is told
   */
  @Nullable StatementResult run(Session session, String sql);
}
