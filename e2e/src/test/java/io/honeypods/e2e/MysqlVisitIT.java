package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody finds the database, looks around, and leaves a ransom note. */
class MysqlVisitIT {

  @Test
  void sessionTellsWhoDidWhatAndHow() {
    Tools.require("mariadb");
    try (DecoyProcess decoys = Launch.plain().up("mysql")) {
      Command client = mysql(decoys, "-e", "SELECT @@version, @@hostname");
      assertThat(client.out()).contains("8.0.44", "ops-gw-7");
      decoys.awaitEvent("mysql", "connection-closed");
      decoys.stop();

      List<SeenEvent> visit =
          decoys.events().stream().filter(event -> !event.session().isEmpty()).toList();
      assertThat(visit)
          .extracting(SeenEvent::action)
          .startsWith("connection-opened", "client-identified", "login-attempted")
          .contains("command-received")
          .endsWith("connection-closed");
      assertThat(visit).extracting(SeenEvent::session).containsOnly(visit.getFirst().session());
      assertThat(visit)
          .extracting(event -> event.at("rule.name").get(0).asString())
          .containsOnly("honeypod.vuln.svc");
      EventSchema.assertValid(decoys.events());
    }
  }

  @Test
  void ransomNoteIsReadBackByAnotherConnection() {
    Tools.require("mariadb");
    try (DecoyProcess decoys = Launch.plain().up("mysql")) {
      mysql(
          decoys,
          "-e",
          "CREATE DATABASE PLEASE_READ_ME; USE PLEASE_READ_ME; CREATE TABLE WARNING (id INT,"
              + " warning TEXT); INSERT INTO WARNING VALUES (1, 'send 0.1 BTC')");
      Command back = mysql(decoys, "-N", "-e", "SELECT warning FROM PLEASE_READ_ME.WARNING");
      assertThat(back.out().strip()).isEqualTo("send 0.1 BTC");
      assertThat(decoys.events("mysql", "command-received"))
          .anySatisfy(
              event -> assertThat(event.at("honeypod.findings").toString()).contains("ransom"));
    }
  }

  @Test
  void loginsAreCounted() {
    Tools.require("mariadb");
    try (DecoyProcess decoys = Launch.plain().up("mysql")) {
      mysql(decoys, "-e", "SELECT 1");
      Command refused = mysql(decoys, "-pwrong", "-e", "SELECT 1");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("ERROR 1045 (28000): Access denied for user 'root'@");
      Metrics metrics = decoys.metrics();
      for (String outcome : List.of("success", "failure")) {
        String labels = "{decoy=\"mysql\",method=\"mysql_native_password\",outcome=\"" + outcome;
        assertThat(metrics.value("decoy_logins_total" + labels + "\"}")).as(outcome).isEqualTo(1);
      }
    }
  }

  private static Command mysql(DecoyProcess decoys, String... words) {
    var all = new ArrayList<String>(List.of("mariadb", "-h127.0.0.1", "-uroot"));
    all.add("-P" + decoys.port("mysql.listen"));
    all.addAll(List.of(words));
    return Command.run(all.toArray(String[]::new));
  }
}
