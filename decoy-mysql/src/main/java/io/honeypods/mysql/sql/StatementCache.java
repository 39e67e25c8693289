package io.honeypods.mysql.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that were parsed last, by their texts. Guarded by the server's lock. */
final class StatementCache {
  private static final int ENTRIES = 256;
  private static final int LONGEST = 2048;

  private final Map<String, StatementRunner.Parsed> parsed =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StatementRunner.Parsed> eldest) {
          return size() > ENTRIES;
        }
      };

  StatementRunner.@Nullable Parsed get(String sql) {
    return sql.length() > LONGEST ? null : parsed.get(sql);
  }

  void put(String sql, StatementRunner.Parsed statement) {
    if (sql.length() <= LONGEST) {
      parsed.put(sql, statement);
    }
  }
}
