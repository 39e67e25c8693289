package io.honeypods.mysql.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What intruders use: it is to report for our server what it reports for the genuine one. */
class ScannersIT {
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

  private static String output(InetSocketAddress server, String... command) throws Exception {
    try (var tool = new Tool()) {
      tool.file("users.txt", "admin\nroot\n");
      tool.file("passwords.txt", "toor\n123456\n");
      return tool.run(server, "", command).text();
    }
  }

  @Test
  void hydraFindsRoot() throws Exception {
    Needed.tool("hydra");
    String[] command = {
      "hydra",
      "-I",
      "-e",
      "n",
      "-L",
      "users.txt",
      "-P",
      "passwords.txt",
      "-t",
      "1",
      "-s",
      "PORT",
      "HOST",
      "mysql"
    };
    String found =
        servers()
            .same(
                server -> output(server, command),
                text -> lines(text, line -> line.contains("login:") || line.contains("valid")));
    assertThat(found).contains("login: root").contains("1 valid password found");
  }

  @Test
  void nmapScripts() throws Exception {
    Needed.tool("nmap");
    String[] command = {
      "nmap",
      "-n",
      "-Pn",
      "-sT",
      "-p",
      "PORT",
      "-sV",
      "--script",
      "mysql-*",
      "--script-args",
      "mysql-query.query=SELECT 1+1 AS two,mysql-query.username=root,mysql-query.password=,"
          + "mysql-audit.username=root,mysql-audit.password=,"
          + "mysql-audit.filename=/usr/share/nmap/nselib/data/mysql-cis.audit,"
          + "mysql-dump-hashes.username=root",
      "HOST"
    };
    String seen = servers().same(server -> output(server, command), ScannersIT::ofNmap);
    assertThat(seen)
        .contains("root account has empty password")
        .contains("Auth Plugin Name: mysql_native_password")
        .contains("mysql-variables");
  }

  /** Since 8.0.17 an internal account has the privilege SHUTDOWN. */
  private static final Pattern SHUTDOWN =
      Pattern.compile("mysql\\.session|having the SHUTDOWN privilege");

  /** Without the port, times, salt and counts, and with the variables only named. */
  private static String ofNmap(String text) {
    var kept = new ArrayList<String>();
    boolean variables = false;
    boolean salt = false;
    for (String line : text.lines().toList()) {
      salt = (salt && !line.contains("Auth Plugin Name")) || line.contains("Salt: ");
      if ((salt && !line.contains("Salt: ")) || SHUTDOWN.matcher(line).find()) {
        continue;
      }
      variables = line.contains("mysql-variables:") || (variables && line.matches("\\|[ _]  .*"));
      if (!variables || line.contains("mysql-variables:")) {
        kept.add(
            line.replaceAll("^[0-9]+/tcp", "PORT/tcp")
                .replaceAll("(Salt|Thread ID): .*", "$1")
                .replaceAll("Statistics: Performed .*", "Statistics")
                .transform(ScannersIT::capabilities)
                .replaceAll("(Starting Nmap|Nmap done|Host is up).*", "$1")
                .replaceAll("^\\|_", "| "));
      }
    }
    return sorted(kept);
  }

  private static String capabilities(String line) {
    int colon = line.indexOf("Some Capabilities: ");
    return colon < 0 ? line : sorted(Arrays.asList(line.substring(colon).split(":? |, ", -1)));
  }

  /** nmap prints what its threads find in the order in which they find it. */
  private static String sorted(List<String> lines) {
    return lines.stream().sorted().collect(Collectors.joining("\n"));
  }

  @Test
  void sqlmap() throws Exception {
    Needed.tool("sqlmap");
    String[] command = {
      "sqlmap",
      "--batch",
      "--disable-coloring",
      "-d",
      "mysql://root:@HOST:PORT/mysql",
      "--banner",
      "--current-user",
      "--users",
      "--dbs",
      "--privileges",
      "--output-dir=out"
    };
    String seen = servers().same(server -> output(server, command), ScannersIT::ofSqlmap);
    assertThat(seen).contains("information_schema").contains("privilege: SUPER");
  }

  /** Without times, port and the privileges that came and went from version to version. */
  private static String ofSqlmap(String text) {
    int from = text.indexOf("connection to MySQL server");
    assertThat(from).as(text).isPositive();
    return lines(
        text.substring(from)
            .replaceAll("(?m)^\\[[0-9:]+\\] ", "")
            .replaceAll("127.0.0.1:[0-9]+", "SERVER")
            .replaceAll("('mysql\\.[a-z]+'@'localhost') \\[[0-9]+\\]", "$1"),
        line ->
            !line.matches("    privilege: [A-Z]+_[A-Z_]+")
                && !line.equals("    privilege: SHUTDOWN")
                && !line.contains(" @ ")
                && !line.contains("outdated")
                && !line.contains("administrator) ["));
  }

  private static String lines(String text, Predicate<String> wanted) {
    return Arrays.stream(text.split("\n", -1))
        .filter(wanted)
        .map(line -> line.replaceAll("^\\[[0-9]+\\]\\[mysql\\]", "[mysql]"))
        .collect(Collectors.joining("\n"));
  }
}
