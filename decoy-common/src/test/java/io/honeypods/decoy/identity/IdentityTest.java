package io.honeypods.decoy.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Identity IDENTITY = Identity.of("seed");

  /** RFC 5869 with an empty salt; a change here would rename every install. */
  @Test
  void derivationsAreStableForEver() {
    assertThat(IDENTITY.hex("purpose", 32)).isEqualTo(Identity.of("seed").hex("purpose", 32));
    assertThat(HexFormat.of().formatHex(IDENTITY.bytes("purpose", 16)))
        .isEqualTo(IDENTITY.hex("purpose", 32));
    assertThat(IDENTITY.hex("purpose", 32)).isEqualTo("8827c75281c2cf90f014f26388953346");
    assertThat(IDENTITY.host()).isEqualTo("billing-status");
  }

  @Test
  void anotherSeedGivesOtherValues() {
    Identity other = Identity.of("seed2");
    assertThat(other.hex("purpose", 32)).isNotEqualTo(IDENTITY.hex("purpose", 32));
    assertThat(other.installed()).isNotEqualTo(IDENTITY.installed());
  }

  @Test
  void purposesAreIndependent() {
    assertThat(Stream.of("a", "b", "a/b", "ab", "").map(purpose -> IDENTITY.hex(purpose, 32)))
        .doesNotHaveDuplicates();
  }

  @Test
  void hexHasAsManyDigitsAsAsked() {
    assertThat(IDENTITY.hex("x", 7)).hasSize(7).matches("[0-9a-f]+");
  }

  @Test
  void randomNumbersRepeat() {
    assertThat(IDENTITY.random("x").nextLong())
        .isEqualTo(IDENTITY.random("x").nextLong())
        .isNotEqualTo(IDENTITY.random("y").nextLong());
  }

  @Test
  void picksAreOfTheChoices() {
    assertThat(IDENTITY.pick("x", List.of("one"))).isEqualTo("one");
    assertThat(IntStream.range(0, 100).mapToObj(i -> IDENTITY.pick("x" + i, List.of(1, 2, 3))))
        .contains(1, 2, 3);
  }

  @Test
  void hostsAreHostNamesAndDiffer() {
    var hosts = IntStream.range(0, 200).mapToObj(i -> Identity.of("seed" + i).host()).toList();
    assertThat(hosts).allMatch(host -> host.matches("[a-z]+-[a-z]+"));
    assertThat(hosts.stream().distinct()).hasSizeGreaterThan(20);
  }

  @Test
  void aGivenHostIsTaken() {
    assertThat(Identity.of("seed", "db-1").host()).isEqualTo("db-1");
  }

  @Test
  void installsAreOfTheLastMonthsInWholeSeconds() {
    var installed = IntStream.range(0, 200).mapToObj(i -> Identity.of("s" + i).installed());
    assertThat(installed)
        .allMatch(time -> time.equals(time.truncatedTo(ChronoUnit.SECONDS)))
        .allMatch(time -> time.isAfter(Instant.parse("2026-02-02T05:59:59Z")))
        .allMatch(time -> time.isBefore(Instant.parse("2026-08-02T06:00:00Z")));
  }

  @Test
  void anEmptySeedIsRefused() {
    assertThatThrownBy(() -> Identity.of("")).hasMessageContaining("expected");
  }

  @Test
  void randomSeedsDiffer() {
    assertThat(Identity.randomSeed()).hasSize(64).isNotEqualTo(Identity.randomSeed());
  }

  @Test
  void plantedSecretsAreUniqueToTheInstall() {
    var secrets =
        IntStream.range(0, 200)
            .mapToObj(i -> Identity.of("seed" + i))
            .flatMap(identity -> Planted.of(identity).stream())
            .map(Planted::secret);
    assertThat(secrets).doesNotHaveDuplicates().allMatch(secret -> secret.length() == 18);
  }

  @Test
  void decoysOfOneSeedPlantTheSame() {
    assertThat(Planted.of(Identity.of("seed", "a")))
        .isEqualTo(Planted.of(Identity.of("seed", "b")));
  }

  @Test
  void plantedSecretsComeFromNoOtherDerivation() {
    for (Planted planted : Planted.of(IDENTITY)) {
      assertThat(IDENTITY.host()).doesNotContain(planted.secret());
      for (String purpose : List.of("credentials/hmac", "installed", planted.user())) {
        assertThat(new String(IDENTITY.bytes(purpose, 255), ISO_8859_1))
            .doesNotContain(planted.secret());
      }
    }
  }

  @Test
  void accountsAndPlacesAreDistinct() {
    List<Planted> planted = Planted.of(IDENTITY);
    assertThat(planted.stream().map(p -> p.service() + "/" + p.user())).doesNotHaveDuplicates();
    assertThat(planted).allMatch(p -> p.place().startsWith("/"));
  }
}
