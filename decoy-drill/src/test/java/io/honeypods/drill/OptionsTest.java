package io.honeypods.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void hostIsEveryAttackAtItsUsualPort() {
    assertThat(Options.parse(List.of("10.0.0.5")).targets())
        .hasToString(
            "[ping://10.0.0.5, scan://10.0.0.5, http://10.0.0.5:8888, mysql://10.0.0.5:3306,"
                + " ssh://10.0.0.5:22]");
  }

  @Test
  void schemeIsOneAttackAndMayNameAPort() {
    assertThat(Options.parse(List.of("ssh://gate:2222", "mysql://db")).targets())
        .containsExactly(
            new Target(Attack.SSH, "gate", 2222), new Target(Attack.MYSQL, "db", 3306));
  }

  @Test
  void nothingIsTheDecoysOfAWorkstation() {
    assertThat(Options.parse(List.of()).targets())
        .hasToString("[http://127.0.0.1:8888, mysql://127.0.0.1:3306, ssh://127.0.0.1:2222]");
  }

  @Test
  void metricsMayBeAskedOfSeveralDecoys() {
    assertThat(
            Options.parse(List.of("--admin", "http://a/metrics", "--admin", "http://b")).admins())
        .containsExactly(URI.create("http://a/metrics"), URI.create("http://b"));
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThatThrownBy(() -> Options.parse(List.of("--fast")))
        .hasMessage("--fast (expected --admin URL or a target)");
    assertThatThrownBy(() -> Options.parse(List.of("ftp://x")))
        .hasMessageContaining("ftp://x (expected HOST or SCHEME://HOST[:PORT]");
    assertThatThrownBy(() -> Options.parse(List.of("http://:80")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
