package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import org.junit.jupiter.api.Test;

/** Each image, run by podman and attacked with a real client. */
class ImagesIT {

  @Test
  void webIsAnNginx() {
    Tools.require("curl");
    try (Container web = Container.run(Image.of("web"))) {
      Command client = Command.run("curl", "-si", "http://" + web.address() + ":8888/.env");
      assertThat(client.out()).startsWith("HTTP/1.1 200 OK\r\nServer: nginx/");
      SeenEvent request = web.awaitEvent("web", "request-received");
      assertThat(request.text("url.original")).isEqualTo("/.env");
      assertThat(request.text("source.ip")).isNotEmpty().isNotEqualTo(web.address());
      EventSchema.assertValid(web.events());
    }
  }

  /** Netty's native transport is there, though nothing can be unpacked. */
  @Test
  void webSeesTheSynOfAVisitor() {
    Tools.require("curl");
    try (Container web = Container.run(Image.of("web"))) {
      Command.run("curl", "-s", "http://" + web.address() + ":8888/");
      SeenEvent opened = web.awaitEvent("web", "connection-opened");
      assertThat(opened.number("honeypod.syn.ttl")).isPositive();
    }
  }

  @Test
  void mysqlLetsRootIn() {
    Tools.require("mariadb");
    try (Container mysql = Container.run(Image.of("mysql"))) {
      Command client =
          Command.run(
              "mariadb",
              "--no-defaults",
              "-h" + mysql.address(),
              "-uroot",
              "-e",
              "SELECT @@version");
      assertThat(client.out()).as(client.err()).contains("8.0.44");
      mysql.awaitEvent("mysql", "login-attempted");
      mysql.awaitEvent("mysql", "connection-closed");
      EventSchema.assertValid(mysql.events());
    }
  }

  @Test
  void mysqlSpeaksTls() {
    Tools.require("mariadb");
    try (Container mysql = Container.run(Image.of("mysql"))) {
      Command client =
          Command.run(
              "mariadb",
              "--no-defaults",
              "--ssl",
              "-h" + mysql.address(),
              "-uroot",
              "-e",
              "SHOW STATUS LIKE 'Ssl_version'");
      assertThat(client.out()).as(client.err()).contains("TLSv1.");
    }
  }

  @Test
  void sshRefusesAGuess() {
    Tools.require("ssh");
    try (Container ssh = Container.run(Image.of("ssh"))) {
      Command client =
          Command.run(
              "ssh",
              "-F/dev/null",
              "-oStrictHostKeyChecking=no",
              "-oUserKnownHostsFile=/dev/null",
              "-oPreferredAuthentications=none",
              "root@" + ssh.address());
      assertThat(client.err()).contains("Permission denied (publickey,password");
      assertThat(ssh.awaitEvent("ssh", "client-identified").toString()).contains("OpenSSH");
      EventSchema.assertValid(ssh.events());
    }
  }

  @Test
  void ipenumNamesWhoPingsIt() {
    Tools.require("ping");
    try (Container ipenum = Container.runRaw(Image.of("ipenum"))) {
      Command.run("ping", "-c", "2", "-i", "0.2", ipenum.address());
      SeenEvent probe =
          ipenum.awaitEvent("echo probe", event -> event.text("network.transport").equals("icmp"));
      assertThat(probe.text("event.action")).isEqualTo("probe-received");
      EventSchema.assertValid(ipenum.events());
    }
  }

  @Test
  void ipenumCountsWithoutTheCapability() {
    try (Container ipenum = Container.run(Image.of("ipenum"))) {
      assertThat(ipenum.stderr()).contains("counters");
    }
  }

  @Test
  void drillAttacksAndSaysWhatFollows() {
    try (Container web = Container.run(Image.of("web"))) {
      Command drill = Container.once(Image.of("drill"), "http://" + web.address());
      assertThat(drill.exit()).as(drill.out() + drill.err()).isZero();
      assertThat(drill.out()).contains("alert: HoneypodFakeServiceAccessed");
      SeenEvent request = web.awaitEvent("web", "request-received");
      assertThat(request.text("user_agent.original")).startsWith("drill-");
    }
  }
}
