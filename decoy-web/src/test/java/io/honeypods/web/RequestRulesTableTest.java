package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.rule.Rule;
import io.honeypods.decoy.rule.RuleTable;
import io.honeypods.decoy.rule.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTableTest {
  private static final RuleTable TABLE =
      RuleTable.load(
              RequestRulesTableTest.class,
              "/request-rules.txt",
              Set.of("method", "target", "path", "query", "header", "user-agent", "body"))
          .compiled();
  private static final Set<String> INTENTS =
      Set.of(
          "scanner",
          "scripted-client",
          "reconnaissance",
          "default-login",
          "credential-files",
          "path-traversal",
          "injection",
          "jndi-lookup",
          "kubernetes-api",
          "container-api",
          "cloud-metadata",
          "known-exploit",
          "web-shell",
          "open-proxy",
          "access-bypass",
          "denial-of-service");
  private static final String HOST = "ops-console.tools.svc.cluster.local:8888";

  record Example(String rule, String field, String text) {}

  @ParameterizedTest
  @MethodSource("examples")
  void findsItsExamples(Example example) {
    var subject = new Subject(example.field(), example.text());

    assertThat(TABLE.findings(List.of(subject))).extracting(Finding::rule).contains(example.rule());
  }

  @Test
  void hasAnExampleOfEveryRule() throws IOException {
    var named = new HashSet<String>();
    examples().forEach(example -> named.add(example.rule()));

    assertThat(TABLE.rules()).extracting(Rule::name).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void looksForNoPatternBeforeItsLiteralTurnsUp() {
    assertThat(TABLE.rules()).allMatch(rule -> !rule.literals().isEmpty());
  }

  @Test
  void knowsTheseIntentsOnly() {
    assertThat(TABLE.rules())
        .extracting(rule -> rule.finding().intent())
        .hasSameElementsAs(INTENTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/143.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/18.5 Safari/605.1.15",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
      })
  void findsNothingInABrowserThatVisitsTheSite(String browser) {
    var identity = Identity.of("one");
    for (var path : Dashboard.of(identity, Planted.of(identity)).resources().keySet()) {
      if (!path.equals("/.env")) {
        assertThat(TABLE.findings(visit(path, browser))).as(path).isEmpty();
      }
    }
  }

  @Test
  void findsNothingInTheProbesOfAKubelet() {
    assertThat(TABLE.findings(visit("/", "kube-probe/1.33"))).isEmpty();
  }

  private static List<Subject> visit(String path, String browser) {
    var subjects = new ArrayList<Subject>();
    subjects.add(new Subject("method", "GET"));
    subjects.add(new Subject("target", path));
    subjects.add(new Subject("path", path));
    subjects.add(new Subject("user-agent", browser));
    List<String> headers =
        List.of(
            "Host: " + HOST,
            "Connection: keep-alive",
            "Cache-Control: max-age=0",
            "sec-ch-ua: \"Google Chrome\";v=\"143\", \"Chromium\";v=\"143\", \"Not"
                + " A(Brand\";v=\"24\"",
            "sec-ch-ua-mobile: ?0",
            "sec-ch-ua-platform: \"Windows\"",
            "Upgrade-Insecure-Requests: 1",
            "User-Agent: " + browser,
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
                + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-User: ?1",
            "Sec-Fetch-Dest: document",
            "Referer: http://" + HOST + "/databases.html",
            "Accept-Encoding: gzip, deflate",
            "Accept-Language: en-GB,en-US;q=0.9,en;q=0.8",
            "If-None-Match: \"69e2b3f2-d47\"",
            "If-Modified-Since: Fri, 17 Apr 2026 22:02:26 GMT");
    headers.forEach(header -> subjects.add(new Subject("header", header)));
    return subjects;
  }

  static Stream<Example> examples() throws IOException {
    var resource =
        Objects.requireNonNull(
            RequestRulesTableTest.class.getResourceAsStream("/request-rule-examples.txt"));
    try (var in =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.ISO_8859_1))) {
      return in
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" {2,}", 3))
          .map(columns -> new Example(columns[0], columns[1], columns[2]))
          .toList()
          .stream();
    }
  }
}
