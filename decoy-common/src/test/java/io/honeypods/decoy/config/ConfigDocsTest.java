package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDocsTest {
  private static final String PAGE = ConfigDocs.render(Map.of("shop", ShopConfig.class));

  @Test
  void sectionsComeInTheOrderOfTheFile() {
    var decoys = new LinkedHashMap<String, Class<? extends Record>>();
    decoys.put("zoo", ShopConfig.Scan.class);
    decoys.put("shop", ShopConfig.class);
    assertThat(ConfigDocs.render(decoys).lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## `identity`",
            "## `events`",
            "## `admin`",
            "## `limits`",
            "## `expected`",
            "## `zoo`",
            "## `shop`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| `identity.seed` | text, or `null` | none | `DECOY_IDENTITY_SEED` | Any secret text;"
            + " decoys of one seed share names, keys and planted credentials. Random at each start"
            + " where absent. |",
        "| `events.credentials` | one of plain, hmac, omit | `plain` | `DECOY_EVENTS_CREDENTIALS` |"
            + " What an event tells about a password that was tried. |",
        "| `events.labels` | a mapping of names to texts | `{}` | | Labels that every event"
            + " carries, such as `team: blue`. |",
        "| `admin.listen` | host:port such as 0.0.0.0:8888, or `null` | `0.0.0.0:9100` |"
            + " `DECOY_ADMIN_LISTEN` | Where `/livez`, `/readyz` and `/metrics` are served; `null`"
            + " for nowhere. |",
        "| `limits.per-source` | a whole number from 1 to 1000000 | `1024` |"
            + " `DECOY_LIMITS_PER_SOURCE` | Connections open at once from one source. |",
        "| `limits.session-bytes` | a size from 1KiB to 1TiB such as 64KiB, 4MiB or 4096 | `4MiB` |"
            + " `DECOY_LIMITS_SESSION_BYTES` | Bytes read within one session. |",
        "| `limits.unfinished-bytes` | a size from 1MiB to 1TiB such as 64KiB, 4MiB or 4096 |"
            + " `64MiB` | `DECOY_LIMITS_UNFINISHED_BYTES` | Bytes of messages that are not whole"
            + " yet which all sessions hold together; beyond, a session that holds more than 2 KiB"
            + " is closed. |",
        "| `limits.idle` | a duration from 1ms to 7d such as 500ms, 30s or 1h30m | `5m` |"
            + " `DECOY_LIMITS_IDLE` | The time a session may pass without a byte. |",
        "| `expected[].cidr` | a network such as 10.0.0.0/8 or fd00::/8 | *required* | | The"
            + " network they come from. |",
        "| `expected[].note` | text | `\"\"` | | Who they are, such as `Prometheus`. |",
        "| `shop.open` | true or false | `true` | `DECOY_SHOP_OPEN` | Whether. |",
        "| `shop.root` | a path, or `null` | none | `DECOY_SHOP_ROOT` | Out of what. |",
        "| `shop.allow` | a list, each item a network such as 10.0.0.0/8 or fd00::/8 |"
            + " `[10.0.0.0/8, ::1]` | | Whom. |",
        "| `shop.accounts` | a list, each item a mapping | `[]` | | Whose. |",
        "| `shop.accounts[].password` | text | `\"\"` | | The password. |",
        "| `shop.scan` | a mapping | | | How thoroughly. |",
        "| `shop.scan.window` | a duration such as 500ms, 30s or 1h30m | `60s` |"
            + " `DECOY_SHOP_SCAN_WINDOW` | In what time. |",
        "| `shop.spare` | a mapping, or `null` | none | | How else. |",
      })
  void everyKeyHasItsRow(String row) {
    assertThat(PAGE.lines()).contains(row);
  }

  @Test
  void sectionOfEveryInstallSaysWhatItIs() {
    assertThat(PAGE).contains("## `expected`\n\nWho may come: ");
  }

  @Test
  void pageEndsWithOneNewlineAndHasNoTrailingSpaces() {
    assertThat(PAGE).endsWith("|\n").doesNotEndWith("\n\n");
    assertThat(PAGE.lines()).noneMatch(line -> line.endsWith(" "));
  }

  record Piped(@Setting(value = "One | two.", fallback = "a|b") String text) {}

  @Test
  void barsInTextDoNotEndACell() {
    assertThat(ConfigDocs.render(Map.of("piped", Piped.class)).lines())
        .contains("| `piped.text` | text | `a\\|b` | `DECOY_PIPED_TEXT` | One \\| two. |");
  }

  @Test
  void everyRowHasFiveCells() {
    assertThat(PAGE.lines().filter(line -> line.startsWith("|")))
        .allSatisfy(line -> assertThat(List.of(line.split("\\|", -1))).hasSize(7));
  }
}
