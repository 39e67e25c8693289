package io.honeypods.mysql.diff;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two JDBC drivers, which are to see in our server what they see in the genuine one. */
class JdbcClientsIT {
  private static @Nullable BothServers servers;

  @BeforeAll
  static void start() throws IOException {
    Needed.otherwise(RealMysqld.missing());
    servers = BothServers.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (servers != null) {
      servers.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sslMode=PREFERRED",
        "sslMode=DISABLED&allowPublicKeyRetrieval=true",
        "sslMode=PREFERRED&useServerPrepStmts=true&cachePrepStmts=true",
        "sslMode=PREFERRED&useCursorFetch=true&defaultFetchSize=1",
        "sslMode=PREFERRED&rewriteBatchedStatements=true&allowMultiQueries=true"
      })
  void connectorJ(String options) throws Exception {
    var driver = new com.mysql.cj.jdbc.Driver();
    Objects.requireNonNull(servers)
        .same(server -> use(driver, "jdbc:mysql://", server, options), Versions::without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sslMode=disable", "sslMode=trust", "useServerPrepStmts=true"})
  void mariadbConnectorJ(String options) throws Exception {
    var driver = new org.mariadb.jdbc.Driver();
    Objects.requireNonNull(servers)
        .same(
            server -> use(driver, "jdbc:mariadb://", server, options),
            seen -> Versions.without(withoutNarrowing(seen)));
  }

  /**
   * This driver has columns sorted by names out of several tables, so that the genuine server puts
   * them into a temporary table, where four that are computed become narrower. In ours they stay as
   * wide as they are.
   */
  private static String withoutNarrowing(String seen) {
    return seen.replaceAll(
        "\\b(DATA_TYPE|TYPE_NAME|DECIMAL_DIGITS|NULLABLE) [A-Z ]+ [0-9]+,", "$1 computed,");
  }

  private static String use(Driver driver, String scheme, InetSocketAddress server, String options)
      throws SQLException {
    var seen = new StringJoiner("\n");
    String url = scheme + "127.0.0.1:" + server.getPort() + "/?" + options;
    seen.add(failure(() -> connect(driver, url, "wrong").close()));
    try (var connection = connect(driver, url, "")) {
      var about = connection.getMetaData();
      seen.add(about.getDatabaseProductName() + " " + about.getDatabaseProductVersion());
      seen.add("isolation " + connection.getTransactionIsolation());
      create(connection);
      insert(connection, seen);
      transactions(connection, seen);
      failures(connection, seen);
      metadata(connection, seen);
    }
    return seen.toString();
  }

  private static Connection connect(Driver driver, String url, String password)
      throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", "root");
    properties.setProperty("password", password);
    return Objects.requireNonNull(driver.connect(url, properties));
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS jdbc_test");
      statement.execute("CREATE DATABASE jdbc_test");
    }
    connection.setCatalog("jdbc_test");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL, price"
              + " DECIMAL(8,2), at DATETIME(3), data BLOB, big BIGINT UNSIGNED)");
    }
  }

  private static void insert(Connection connection, StringJoiner seen) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO t (name, price, at, data, big) VALUES (?, ?, ?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < 3; i++) {
        insert.setString(1, "n'ü" + i);
        insert.setBigDecimal(2, new BigDecimal("1.5").add(BigDecimal.valueOf(i)));
        insert.setTimestamp(3, Timestamp.valueOf("2024-02-29 10:11:12.345"));
        insert.setBytes(4, new byte[] {0, 39, (byte) 0xff});
        insert.setObject(5, i == 2 ? null : Long.MAX_VALUE);
        insert.addBatch();
      }
      seen.add("batch " + Arrays.toString(insert.executeBatch()));
      seen.add("keys " + rows(insert.getGeneratedKeys()));
    }
    try (var select = connection.prepareStatement("SELECT * FROM t WHERE id <= ? ORDER BY id")) {
      select.setInt(1, 9);
      seen.add(rows(select.executeQuery()));
    }
  }

  private static void transactions(Connection connection, StringJoiner seen) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      seen.add("deleted " + statement.executeUpdate("DELETE FROM t WHERE id = 1"));
      var point = connection.setSavepoint("p");
      statement.executeUpdate("DELETE FROM t");
      connection.rollback(point);
      seen.add(rows(statement.executeQuery("SELECT COUNT(*) FROM t")));
      connection.rollback();
      seen.add(rows(statement.executeQuery("SELECT COUNT(*) FROM t")));
    }
    connection.setAutoCommit(true);
    seen.add("valid " + connection.isValid(5));
  }

  private static void failures(Connection connection, StringJoiner seen) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql :
          new String[] {
            "SELEC 1", "SELECT * FROM nosuch", "INSERT INTO t (id, name) VALUES (2, 'x')"
          }) {
        seen.add(failure(() -> statement.execute(sql)));
      }
    }
  }

  private static void metadata(Connection connection, StringJoiner seen) throws SQLException {
    var about = connection.getMetaData();
    seen.add(rows(about.getTables("jdbc_test", null, "%", null)));
    seen.add(rows(about.getColumns("jdbc_test", null, "t", "%")));
    seen.add(rows(about.getPrimaryKeys("jdbc_test", null, "t")));
    String indexes = rows(about.getIndexInfo("jdbc_test", null, "t", false, true));
    seen.add(indexes.replaceAll("A \\| [0-9]+", "A | estimated"));
  }

  private interface Action {
    void run() throws SQLException;
  }

  private static String failure(Action action) {
    try {
      action.run();
      return "done";
    } catch (SQLException e) {
      return e.getErrorCode()
          + " "
          + e.getSQLState()
          + " "
          + String.valueOf(e.getMessage()).replaceAll("conn=[0-9]+", "conn");
    }
  }

  private static String rows(ResultSet rows) throws SQLException {
    var text = new StringJoiner("\n");
    try (rows) {
      ResultSetMetaData about = rows.getMetaData();
      var head = new StringJoiner(", ");
      for (int i = 1; i <= about.getColumnCount(); i++) {
        head.add(
            about.getColumnLabel(i)
                + " "
                + about.getColumnTypeName(i)
                + " "
                + about.getPrecision(i));
      }
      text.add(head.toString());
      while (rows.next()) {
        var row = new StringJoiner(" | ");
        for (int i = 1; i <= about.getColumnCount(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        text.add(row.toString());
      }
    }
    return text.toString();
  }
}
