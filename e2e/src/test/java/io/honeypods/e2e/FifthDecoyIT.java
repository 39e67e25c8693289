package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import org.junit.jupiter.api.Test;

/** The decoy of {@code io.honeypods.example}, found on the class path and nowhere else. */
class FifthDecoyIT {

  @Test
  void itIsOpenedVisitedAndSeen() {
    Launch launch = Launch.configured("redis: {version: 7.2.9}").withTestDecoys();
    try (DecoyProcess decoys = launch.up("redis")) {
      Visitor redis = decoys.visitor("redis.listen");
      assertThat(redis.exchange("PING\r\n*2\r\n$4\r\nINFO\r\n$6\r\nserver\r\n*x\r\n"))
          .startsWith("+PONG\r\n$")
          .contains("redis_version:7.2.9\r\n")
          .endsWith("-ERR Protocol error: invalid multibulk length\r\n");
      redis.exchange("AUTH deploy hunter2\r\n*x\r\n");
      Eventually.assertThatSoon(
          () -> assertThat(decoys.events("redis", "connection-closed")).hasSize(2));

      assertThat(decoys.events("redis", "command-received"))
          .extracting(event -> event.text("process.command_line"))
          .containsExactly("PING", "INFO server");
      SeenEvent login = decoys.awaitEvent("redis", "login-attempted");
      assertThat(login.text("user.name")).isEqualTo("deploy");
      assertThat(login.text("honeypod.login.secret.value")).isEqualTo("hunter2");
      assertThat(login.text("rule.name.0")).isEqualTo("honeypod.vuln.svc");
      assertThat(login.text("service.type")).isEqualTo("redis");
      EventSchema.assertValid(decoys.events());

      Metrics metrics = decoys.metrics();
      assertThat(metrics.events("redis", "command-received", "honeypod.vuln.svc")).isEqualTo(2);
      assertThat(metrics.value("decoy_parse_failures_total{decoy=\"redis\"}")).isEqualTo(2);
      assertThat(
              metrics.value(
                  "decoy_logins_total{decoy=\"redis\",method=\"password\",outcome=\"failure\"}"))
          .isEqualTo(1);
    }
  }

  @Test
  void itRunsBesideTheOthersAndIsNamedAmongThem() {
    Launch launch = Launch.plain().withTestDecoys();
    try (DecoyProcess decoys = launch.up()) {
      assertThat(decoys.visitor("redis.listen").exchange("*x\r\n")).startsWith("-ERR");
      assertThat(decoys.web().get("/").status()).isEqualTo(200);
    }
    assertThat(launch.run("up", "reds").err())
        .contains("(expected ipenum, mysql, redis, ssh, web)");
  }

  @Test
  void itsSectionIsCheckedLikeEveryOther() {
    Launch launch = Launch.configured("redis: {version: new, lsiten: 1}").withTestDecoys();
    Command check = launch.run("check", launch.file().toString());

    assertThat(check.exit()).isEqualTo(2);
    assertThat(check.err())
        .contains("redis.lsiten: unknown key (did you mean redis.listen?)")
        .contains("redis: version is no version of Redis");
  }
}
