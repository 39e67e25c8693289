package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileValuesTest {
  @Test
  void everySharedKeyIsRead() {
    var config =
        Loading.file(
            """
            identity: {seed: "correct horse", host: infra-console}
            events:   {credentials: hmac, queue: 1024, labels: {team: blue, app.kubernetes.io/name: web}}
            admin:    {listen: "[::1]:9200", token: s3cr3t, allow: [10.0.0.0/8, 192.0.2.7]}
            limits:
              connections: 100
              per-source: 10
              per-source-rate: 20
              session-bytes: 64KiB
              unfinished-bytes: 2MiB
              session: 10m
              idle: 30s
              sources: 0
              loops: 2
            expected:
              - {cidr: 10.0.0.0/8, port: 9100, note: "Prometheus"}
              - cidr: fd00::/8
            """);
    assertThat(config.identity()).isEqualTo(new IdentityConfig("correct horse", "infra-console"));
    assertThat(config.events().credentials()).isEqualTo(CredentialsMode.HMAC);
    assertThat(config.events().queue()).isEqualTo(1024);
    assertThat(config.events().labels())
        .containsExactly(Map.entry("team", "blue"), Map.entry("app.kubernetes.io/name", "web"));
    assertThat(config.admin())
        .isEqualTo(
            new AdminConfig(
                Endpoint.parse("[::1]:9200"),
                "s3cr3t",
                List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("192.0.2.7"))));
    assertThat(config.limits())
        .isEqualTo(
            new LimitsConfig(
                100,
                10,
                20,
                new ByteSize(65_536),
                new ByteSize(1 << 21),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                0,
                2));
    assertThat(config.expected())
        .containsExactly(
            new ExpectedSource(Cidr.parse("10.0.0.0/8"), 9100, "Prometheus"),
            new ExpectedSource(Cidr.parse("fd00::/8"), 0, ""));
  }

  @Test
  void everyShapeIsRead() {
    var shop =
        Loading.shop(
            """
            shop:
              listen: 127.0.0.1:0
              item-count: 10
              far-too-many: -9223372036854775808
              open: false
              name: "caf\\u00e9"
              flavour: mild
              patience: 1s500ms
              room: 1GiB
              from: ::/0
              root: /srv/www
              door-password: 0123
              labels: {a: 1, "b": yes, 'c': 1.30}
              allow: []
              accounts:
                - name: root
                - {name: guest, password: guest}
              scan: {window: 5s}
              spare: {ports: 1}
            """);
    assertThat(shop)
        .isEqualTo(
            new ShopConfig(
                Endpoint.parse("127.0.0.1:0"),
                10,
                Long.MIN_VALUE,
                false,
                "café",
                ShopConfig.Flavour.MILD,
                Duration.ofMillis(1500),
                new ByteSize(1 << 30),
                Cidr.parse("::/0"),
                Path.of("/srv/www"),
                "0123",
                Map.of("a", "1", "b", "yes", "c", "1.30"),
                List.of(),
                List.of(),
                List.of(
                    new ShopConfig.Account("root", ""), new ShopConfig.Account("guest", "guest")),
                new ShopConfig.Scan(10, Duration.ofSeconds(5)),
                new ShopConfig.Scan(1, Duration.ofMinutes(1))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "1.30, 1.30",
        "1.30.6, 1.30.6",
        "007, 007",
        "1_000, 1_000",
        "0x1F, 0x1F",
        "1e3, 1e3",
        "true, true",
        "yes, yes",
        "2026-11-22, 2026-11-22",
        "12:30, 12:30",
        ".inf, .inf",
        "<<, <<",
        "`\"null\"`, null",
        "'~', ~",
        "'', ``",
        "a # b, a",
      })
  void textIsTakenAsItIsWritten(String written, String text) {
    assertThat(Loading.shop("shop: {name: " + written + "\n}").name()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"null", "Null", "NULL", "~", "''"})
  void keyThatMayBeNullIsNullWhereNothingIsWritten(String written) {
    var shop = Loading.shop("shop:\n  listen: " + written + "\n  door-password: " + written);
    assertThat(shop.listen()).isNull();
    assertThat(shop.doorPassword()).isNull();
    assertThat(shop.root()).isNull();
  }

  @Test
  void blockTextKeepsItsLines() {
    assertThat(Loading.shop("shop:\n  name: |\n    one\n    two\n").name()).isEqualTo("one\ntwo\n");
  }

  @Test
  void quotedNumbersAreNumbers() {
    assertThat(Loading.shop("shop: {item-count: \"7\"}").itemCount()).isEqualTo(7);
  }

  @Test
  void anchorsWithoutAliasesAreHarmless() {
    assertThat(Loading.shop("shop: &shop {name: &name corner}").name()).isEqualTo("corner");
  }

  @Test
  void listsAndLabelsCannotBeChanged() {
    var shop = Loading.shop("shop: {labels: {a: b}, allow: ['::1']}");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> shop.labels().put("c", "d"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> shop.allow().clear());
  }
}
