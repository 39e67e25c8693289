package io.honeypods.mysql.sql;

/** What an account may do with data. */
interface Rights {

  /**
   * Refuses what the session's account may not do.
   *
   * @param privilege such as {@code SELECT} or {@code CREATE}
   * @param table empty for a schema as a whole
   * @throws SqlException 1142 or 1044
   */
  void require(Session session, String privilege, String schema, String table);

  /** Whether the account sees that schema at all. */
  boolean sees(Session session, String schema);
}
