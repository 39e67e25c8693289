package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {
  private static final Config DEFAULTS = Loading.environment(Map.of());

  @Test
  void sharedSectionsHaveDefaults() {
    assertThat(DEFAULTS.identity()).isEqualTo(new IdentityConfig(null, null));
    assertThat(DEFAULTS.events())
        .isEqualTo(new EventsConfig(CredentialsMode.PLAIN, 16_384, Map.of()));
    assertThat(DEFAULTS.admin())
        .isEqualTo(new AdminConfig(Endpoint.parse("0.0.0.0:9100"), null, List.of()));
    assertThat(DEFAULTS.limits())
        .isEqualTo(
            new LimitsConfig(
                20_000,
                1024,
                2000,
                ByteSize.parse("4MiB"),
                ByteSize.parse("64MiB"),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                200,
                0));
    assertThat(DEFAULTS.expected()).isEmpty();
    assertThat(DEFAULTS.warnings()).isEmpty();
  }

  @Test
  void decoySectionHasTheDefaultsOfItsRecord() {
    var shop = DEFAULTS.section("shop", ShopConfig.class);
    assertThat(shop.listen()).hasToString("0.0.0.0:8888");
    assertThat(shop.itemCount()).isEqualTo(3);
    assertThat(shop.farTooMany()).isEqualTo(5_000_000_000L);
    assertThat(shop.open()).isTrue();
    assertThat(shop.name()).isEqualTo("corner");
    assertThat(shop.flavour()).isEqualTo(ShopConfig.Flavour.DARK_ROAST);
    assertThat(shop.patience()).isEqualTo(Duration.ofMinutes(90));
    assertThat(shop.room()).isEqualTo(new ByteSize(4 << 20));
    assertThat(shop.from()).hasToString("10.0.0.0/8");
    assertThat(shop.root()).isNull();
    assertThat(shop.labels()).isEmpty();
    assertThat(shop.allow()).containsExactly(Cidr.parse("10.0.0.0/8"), Cidr.parse("::1"));
    assertThat(shop.accounts()).isEmpty();
    assertThat(shop.scan()).isEqualTo(new ShopConfig.Scan(10, Duration.ofMinutes(1)));
    assertThat(shop.spare()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "# nothing yet\n",
        "---\n",
        "--- # nothing\n...\n",
        "~",
        "null",
        "{}",
        "\ufeff",
        "shop:\nlimits:\nexpected:\n",
        "shop: {}\nevents: ~\nexpected: []\n",
        "shop:\n  labels:\n  allow:\n  accounts:\n  scan:\n  spare:\n",
        "shop: {scan: {}}\nevents: {labels: {}}",
      })
  void fileThatSaysNothingLeavesAllDefaults(String yaml) {
    var config = Loading.file(yaml);
    assertThat(config.limits()).isEqualTo(DEFAULTS.limits());
    assertThat(config.events()).isEqualTo(DEFAULTS.events());
    assertThat(config.expected()).isEmpty();
    assertThat(config.section("shop", ShopConfig.class))
        .isEqualTo(DEFAULTS.section("shop", ShopConfig.class));
  }

  @Test
  void sectionsOfOtherNamesOrTypesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.section("web", ShopConfig.class))
        .withMessageStartingWith("no section web of ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.section("shop", LimitsConfig.class))
        .withMessageStartingWith("no section shop of ");
  }
}
