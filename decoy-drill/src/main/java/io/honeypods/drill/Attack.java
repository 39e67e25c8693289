package io.honeypods.drill;

import java.io.IOException;
import java.util.List;

/** The kinds of attack, and what has to follow each. */
enum Attack {
  PING("ping", 0, "probe-received", "honeypod.ip.enum", "HoneypodIpEnumeration") {
    @Override
    String play(String host, int port, Mark mark) throws IOException {
      return Ping.send(host, mark);
    }
  },
  SCAN("scan", 0, "probe-received, scan-detected", "honeypod.port.scan", "HoneypodPortScan") {
    @Override
    String play(String host, int port, Mark mark) throws IOException {
      return PortScan.run(host);
    }
  },
  WEB(
      "http",
      8888,
      "connection-opened, request-received",
      "honeypod.fake.svc",
      "HoneypodFakeServiceAccessed") {
    @Override
    String play(String host, int port, Mark mark) throws IOException {
      return WebVisit.get(host, port, mark);
    }
  },
  MYSQL(
      "mysql",
      3306,
      "connection-opened, input-malformed, login-attempted",
      "honeypod.vuln.svc",
      "HoneypodVulnerableServiceAccessed") {
    @Override
    String play(String host, int port, Mark mark) throws IOException {
      return MysqlVisit.garbage(host, port, mark) + "; " + MysqlVisit.login(host, port, mark);
    }
  },
  SSH(
      "ssh",
      22,
      "connection-opened, client-identified",
      "honeypod.network.ssh",
      "HoneypodSshAttempt") {
    @Override
    String play(String host, int port, Mark mark) throws IOException {
      return SshVisit.identify(host, port, mark);
    }
  };

  static final List<Attack> ALL = List.of(values());

  private final String scheme;
  private final int port;
  private final String events;
  private final String rule;
  private final String alert;

  Attack(String scheme, int port, String events, String rule, String alert) {
    this.scheme = scheme;
    this.port = port;
    this.events = events;
    this.rule = rule;
    this.alert = alert;
  }

  /** How a target names it, such as {@code mysql} in {@code mysql://10.0.0.5}. */
  String scheme() {
    return scheme;
  }

  /** The port that is attacked where none is named; 0 where there is no such thing. */
  int port() {
    return port;
  }

  /** The kinds of event that follow at the decoy. */
  String events() {
    return events;
  }

  /** The {@code alert} label of the decoy's counters. */
  String rule() {
    return rule;
  }

  /** The alert of Prometheus that follows. */
  String alert() {
    return alert;
  }

  /**
   * Attacks, and tells in one line what came of it.
   *
   * @throws IOException where the target does not answer as such a decoy does
   */
  abstract String play(String host, int port, Mark mark) throws IOException;
}
