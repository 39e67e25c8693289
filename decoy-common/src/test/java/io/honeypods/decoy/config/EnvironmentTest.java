package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTest {
  static List<Arguments> everyScalar() {
    return List.of(
        Arguments.of("DECOY_IDENTITY_SEED", "identity", "seed", "hunter2", "hunter2"),
        Arguments.of("DECOY_IDENTITY_HOST", "identity", "host", "www", "www"),
        Arguments.of("DECOY_EVENTS_CREDENTIALS", "events", "credentials", "omit", "OMIT"),
        Arguments.of("DECOY_EVENTS_QUEUE", "events", "queue", "99", "99"),
        Arguments.of("DECOY_ADMIN_LISTEN", "admin", "listen", "[::1]:1", "[::1]:1"),
        Arguments.of("DECOY_ADMIN_TOKEN", "admin", "token", "hunter2", "hunter2"),
        Arguments.of("DECOY_LIMITS_CONNECTIONS", "limits", "connections", "9", "9"),
        Arguments.of("DECOY_LIMITS_PER_SOURCE", "limits", "perSource", "9", "9"),
        Arguments.of("DECOY_LIMITS_PER_SOURCE_RATE", "limits", "perSourceRate", "9", "9"),
        Arguments.of("DECOY_LIMITS_SESSION_BYTES", "limits", "sessionBytes", "9KiB", "9KiB"),
        Arguments.of("DECOY_LIMITS_UNFINISHED_BYTES", "limits", "unfinishedBytes", "9MiB", "9MiB"),
        Arguments.of("DECOY_LIMITS_SESSION", "limits", "session", "9s", "PT9S"),
        Arguments.of("DECOY_LIMITS_IDLE", "limits", "idle", "9s", "PT9S"),
        Arguments.of("DECOY_LIMITS_SOURCES", "limits", "sources", "9", "9"),
        Arguments.of("DECOY_LIMITS_LOOPS", "limits", "loops", "9", "9"),
        Arguments.of("DECOY_SHOP_LISTEN", "shop", "listen", "127.0.0.1:28888", "127.0.0.1:28888"),
        Arguments.of("DECOY_SHOP_ITEM_COUNT", "shop", "itemCount", "9", "9"),
        Arguments.of("DECOY_SHOP_FAR_TOO_MANY", "shop", "farTooMany", "9", "9"),
        Arguments.of("DECOY_SHOP_OPEN", "shop", "open", "false", "false"),
        Arguments.of("DECOY_SHOP_NAME", "shop", "name", "a: [b", "a: [b"),
        Arguments.of("DECOY_SHOP_FLAVOUR", "shop", "flavour", "mild", "MILD"),
        Arguments.of("DECOY_SHOP_PATIENCE", "shop", "patience", "9s", "PT9S"),
        Arguments.of("DECOY_SHOP_ROOM", "shop", "room", "9", "9"),
        Arguments.of("DECOY_SHOP_FROM", "shop", "from", "::1", "0:0:0:0:0:0:0:1/128"),
        Arguments.of("DECOY_SHOP_ROOT", "shop", "root", "/srv", "/srv"),
        Arguments.of("DECOY_SHOP_DOOR_PASSWORD", "shop", "doorPassword", "null", "null"));
  }

  @ParameterizedTest
  @MethodSource("everyScalar")
  void everyScalarCanBeOverridden(
      String variable, String section, String component, String value, String read)
      throws ReflectiveOperationException {
    assertThat(component(Loading.environment(Map.of(variable, value)), section, component))
        .hasToString(read);
    assertThat(
            component(Loading.both(section + ": {}", Map.of(variable, value)), section, component))
        .hasToString(read);
  }

  @Test
  void listOfScalarsAboveIsComplete() {
    var targets = new LinkedHashMap<String, String>();
    everyScalar().forEach(row -> targets.put((String) row.get()[0], (String) row.get()[3]));
    String page = ConfigDocs.render(Map.of("shop", ShopConfig.class));
    var nested = List.of("DECOY_SHOP_SCAN_PORTS", "DECOY_SHOP_SCAN_WINDOW");
    var optional = List.of("DECOY_SHOP_SPARE_PORTS", "DECOY_SHOP_SPARE_WINDOW");
    assertThat(page.lines().filter(line -> line.contains("| `DECOY_")))
        .hasSize(targets.size() + nested.size() + optional.size());
  }

  private static Object component(Config config, String section, String component)
      throws ReflectiveOperationException {
    Object record =
        switch (section) {
          case "identity" -> config.identity();
          case "events" -> config.events();
          case "admin" -> config.admin();
          case "limits" -> config.limits();
          default -> config.section(section, ShopConfig.class);
        };
    var accessor = record.getClass().getDeclaredMethod(component);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  @Test
  void keysOfNestedRecordsCanBeOverridden() {
    var environment = Map.of("DECOY_SHOP_SCAN_PORTS", "7");
    var shop =
        Loading.both("shop: {scan: {ports: 5, window: 1s}}", environment)
            .section("shop", ShopConfig.class);
    assertThat(shop.scan().ports()).isEqualTo(7);
    assertThat(shop.scan().window()).hasSeconds(1);
  }

  @Test
  void overridingOneKeyOfAnAbsentRecordMakesIt() {
    var shop =
        Loading.environment(Map.of("DECOY_SHOP_SPARE_PORTS", "7"))
            .section("shop", ShopConfig.class);
    assertThat(shop.spare()).isNotNull();
    assertThat(String.valueOf(shop.spare())).isEqualTo("Scan[ports=7, window=PT1M]");
  }

  @Test
  void overridingOneKeyOfARecordThatIsNullInTheFileMakesIt() {
    var shop =
        Loading.both("shop: {spare: null}", Map.of("DECOY_SHOP_SPARE_PORTS", "7"))
            .section("shop", ShopConfig.class);
    assertThat(String.valueOf(shop.spare())).isEqualTo("Scan[ports=7, window=PT1M]");
  }

  @Test
  void variableWinsOverTheFileEvenWhereThatIsWrong() {
    var config = Loading.both("shop: {item-count: many}", Map.of("DECOY_SHOP_ITEM_COUNT", "7"));
    assertThat(config.section("shop", ShopConfig.class).itemCount()).isEqualTo(7);
  }

  @Test
  void emptyVariableSetsAKeyToNullWhereItMayBe() {
    var config =
        Loading.both(
            "shop: {root: /srv}\nidentity: {host: www}",
            Map.of("DECOY_SHOP_ROOT", "", "DECOY_SHOP_LISTEN", "", "DECOY_IDENTITY_HOST", ""));
    var shop = config.section("shop", ShopConfig.class);
    assertThat(shop.root()).isNull();
    assertThat(shop.listen()).isNull();
    assertThat(config.identity().host()).isNull();
  }

  @Test
  void emptyTextIsTextWhereAKeyMayNotBeNull() {
    var shop = Loading.environment(Map.of("DECOY_SHOP_NAME", "")).section("shop", ShopConfig.class);
    assertThat(shop.name()).isEmpty();
  }

  @Test
  void emptySecretIsNeverTakenForNoSecret() {
    assertThat(Loading.problems(Map.of("DECOY_ADMIN_TOKEN", "", "DECOY_IDENTITY_SEED", "")))
        .containsExactlyInAnyOrder(
            "identity: seed is empty (expected any other text, or none)",
            "admin: token of 0 characters (expected 1 to 1024 of printable ASCII, no spaces)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DECOY_SHOP_LISTEN | 8888 | got \"8888\", expected host:port such as 0.0.0.0:8888",
        "DECOY_SHOP_ITEM_COUNT | `` | got \"\", expected a whole number from 1 to 10",
        "DECOY_SHOP_ITEM_COUNT | 11 | got \"11\", expected a whole number from 1 to 10",
        "DECOY_SHOP_OPEN | TRUE | got \"TRUE\", expected true or false",
        "DECOY_SHOP_FLAVOUR | mlid | got \"mlid\", expected one of dark-roast, mild (did you mean"
            + " mild?)",
        "DECOY_SHOP_SCAN_WINDOW | 5 | got \"5\", expected a duration such as 500ms, 30s or 1h30m",
        "DECOY_ADMIN_ALLOW | 10.0.0.0/8 | got \"10.0.0.0/8\", expected a list, each item a network"
            + " such as 10.0.0.0/8 or fd00::/8, which only a file can give",
        "DECOY_SHOP_LABELS | a=b | got \"a=b\", expected a mapping of names to texts, which only a"
            + " file can give",
        "DECOY_SHOP_TOKENS | hunter2 | got (not shown), expected a list, each item one of"
            + " dark-roast, mild, which only a file can give",
        "DECOY_EXPECTED | [] | got \"[]\", expected a list, each item a mapping, which only a file"
            + " can give",
      })
  void mistakeNamesTheVariable(String variable, String value, String problem) {
    assertThat(Loading.problems(Map.of(variable, value)))
        .containsExactly(variable + ": " + problem);
  }

  @Test
  void constructorSpeaksOfTheKeyWhereTheValueCameFromAVariable() {
    assertThat(Loading.problems(Map.of("DECOY_SHOP_SCAN_PORTS", "13")))
        .containsExactly("shop.scan: 13 ports (expected a luckier number)");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "nothing",
      value = {
        "DECOY_SHOP_LSITEN, DECOY_SHOP_LISTEN",
        "DECOY_SHOP_ITEMCOUNT, DECOY_SHOP_ITEM_COUNT",
        "DECOY_LIMIT_IDLE, DECOY_LIMITS_IDLE",
        "DECOY_SHOP_PORT, DECOY_SHOP_ROOT",
        "DECOY_, nothing",
        "DECOY_SOMETHING_ELSE_ALTOGETHER, nothing",
      })
  void otherNamesAreWarnedOfOnly(String variable, String meant) {
    String hint = meant == null ? "" : " (did you mean " + meant + "?)";
    assertThat(Loading.environment(Map.of(variable, "hunter2")).warnings())
        .containsExactly(variable + ": sets no key, so it is ignored" + hint);
  }

  @Test
  void foreignNamesAndServiceLinksAreFine() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("DECOY_CONFIG", "/etc/decoy.yaml");
    environment.put("POD_NAME", "console-0");
    environment.put("POD_NAMESPACE", "prod");
    environment.put("POD_IP", "10.0.0.1");
    environment.put("NODE_NAME", "node-1");
    environment.put("NODE_IP", "10.0.0.2");
    environment.put("DECOY_WEB_SERVICE_HOST", "10.0.0.3");
    environment.put("DECOY_WEB_PORT", "tcp://10.0.0.3:8888");
    environment.put("DECOY_WEB_PORT_8888_TCP_ADDR", "10.0.0.3");
    environment.put("PATH", "/bin");
    environment.put("decoy_shop_listen", "8888");
    assertThat(Loading.environment(environment).warnings()).isEmpty();
  }
}
