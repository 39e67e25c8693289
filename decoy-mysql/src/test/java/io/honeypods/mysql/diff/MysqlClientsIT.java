package io.honeypods.mysql.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real clients, which are to see in our server what they see in the genuine one. */
class MysqlClientsIT {
  private static final String CONNECTED = "[0-9]+(?= *\\| root)|(?<=id: )[ \\t]*[0-9]+";
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

  private static BothServers servers() {
    return Objects.requireNonNull(servers);
  }

  /** Runs a tool against both; it must end well. */
  private static String same(UnaryOperator<String> normal, String input, String... command)
      throws Exception {
    Needed.tool(command[0]);
    return servers()
        .same(
            server -> output(server, input, command), text -> normal.apply(Versions.without(text)));
  }

  private static String output(InetSocketAddress server, String input, String... command)
      throws Exception {
    try (var tool = new Tool()) {
      String[] words = command.clone();
      for (int i = 0; i < words.length; i++) {
        if (words[i].startsWith("client.")) {
          words[i] = tool.resource(words[i]);
        }
      }
      Tool.Output output = tool.run(server, input, words);
      assertThat(output.code()).as(output.text()).isZero();
      return output.text();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--ssl", "--skip-ssl"})
  void mariadbCli(String ssl) throws Exception {
    String seen =
        same(
            text -> text,
            Statements.text("client.sql"),
            "mariadb",
            "-hHOST",
            "-PPORT",
            "-uroot",
            "--table",
            "--force",
            ssl);
    assertThat(seen).contains("lamp").contains("ERROR 1146 (42S02)");
  }

  @Test
  void mariadbCliStatus() throws Exception {
    same(
        text ->
            text.replaceAll(
                "(?m)^(TCP port|SSL|Uptime|Threads|Connection id|mariadb  Ver).*", "$1"),
        "status\nuse mysql\nselect database();\n",
        "mariadb",
        "-hHOST",
        "-PPORT",
        "-uroot",
        "--ssl");
  }

  @Test
  void mariadbAdmin() throws Exception {
    UnaryOperator<String> numbers = text -> text.replaceAll("[0-9]+(\\.[0-9]+)?", "N");
    assertThat(same(numbers, "", "mariadb-admin", "-hHOST", "-PPORT", "-uroot", "ping"))
        .contains("mysqld is alive");
    assertThat(same(numbers, "", "mariadb-admin", "-hHOST", "-PPORT", "-uroot", "status"))
        .startsWith("Uptime: N  Threads: N  Questions: N  Slow queries: N  Opens: N");
    var own =
        output(
            servers().ours().address(),
            "",
            "mariadb-admin",
            "-hHOST",
            "-PPORT",
            "-uroot",
            "processlist");
    assertThat(own.replaceAll(CONNECTED, "")).contains("show processlist");
    assertThat(
            output(
                    servers().ours().address(),
                    "",
                    "mariadb-admin",
                    "-hHOST",
                    "-PPORT",
                    "-uroot",
                    "variables")
                .lines())
        .hasSizeGreaterThan(400)
        .anyMatch(line -> line.matches("\\| max_connections +\\| 151 +\\|"));
  }

  @Test
  void mariadbDump() throws Exception {
    Needed.tool("mariadb-dump");
    same(
        text -> "",
        Statements.text("client.sql"),
        "mariadb",
        "-hHOST",
        "-PPORT",
        "-uroot",
        "--force");
    String dump =
        same(
            text -> text.replaceAll("(?m)^-- (Host|Server version|Dump completed).*", "-- $1"),
            "",
            "mariadb-dump",
            "-hHOST",
            "-PPORT",
            "-uroot",
            "cli_test");
    assertThat(dump).contains("CREATE TABLE `items`").contains("'lamp'");
    String all =
        output(
            servers().ours().address(),
            "",
            "mariadb-dump",
            "-hHOST",
            "-PPORT",
            "-uroot",
            "--all-databases");
    assertThat(all).contains("CREATE DATABASE").contains("-- Dump completed on");
  }

  @Test
  void pyMysql() throws Exception {
    Needed.tool("python3");
    boolean installed;
    try (var tool = new Tool()) {
      installed =
          tool.run(servers().real().address(), "", "/usr/bin/python3", "-c", "import pymysql")
                  .code()
              == 0;
    }
    Needed.otherwise(installed ? "" : "NO PYMYSQL HERE (apt-get install python3-pymysql)");
    servers()
        .same(
            server -> output(server, "", "/usr/bin/python3", "client.py", "HOST", "PORT"),
            text -> text);
  }

  @Test
  void php() throws Exception {
    same(text -> text, "", "php", "client.php", "HOST", "PORT");
  }

  @Test
  void nodeMysql() throws Exception {
    same(text -> text, "", "node", "client.js", "HOST", "PORT");
  }
}
