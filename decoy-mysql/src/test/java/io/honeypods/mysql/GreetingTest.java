package io.honeypods.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Play;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {
  private static final int GREETINGS = 2000;

  @Test
  void twoThousandGreetingsAreThoseOfOneServer() throws ConfigException {
    var protocol =
        TestMysql.protocol(TestMysql.server(TestMysql.config(MysqlProfile.NATIVE, null)));
    Set<Bytes> scrambles = new HashSet<>();
    for (int i = 0; i < GREETINGS; i++) {
      Play<MysqlInput, Bytes> play = protocol.begin();
      var greeting = Greeting.of(play.replies().getFirst());
      assertThat(greeting.connectionId()).isEqualTo(8 + i);
      assertThat(greeting.scramble().latin1()).hasSize(20).matches("(?s)[\\x01-\\x7f&&[^$]]*");
      assertThat(scrambles.add(greeting.scramble())).isTrue();
      play.leave();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NATIVE, , 8.0.44, dfff, mysql_native_password",
    "SHA2, , 8.4.7, dfff, caching_sha2_password",
    "NATIVE, 8.0.12, 8.0.12, c3ff, mysql_native_password",
    "NATIVE, 8.0.18, 8.0.18, c7ff, mysql_native_password",
    "NATIVE, 8.0.26, 8.0.26, cfff, mysql_native_password",
  })
  void isThatOfTheVersion(
      MysqlProfile profile, String version, String shown, String high, String plugin)
      throws ConfigException {
    var protocol = TestMysql.protocol(TestMysql.server(TestMysql.config(profile, version)));
    var greeting = Greeting.of(protocol.begin().replies().getFirst());
    assertThat(greeting.version()).isEqualTo(shown);
    assertThat(greeting.capabilities()).isEqualTo(Integer.parseUnsignedInt(high + "ffff", 16));
    assertThat(greeting.collation()).isEqualTo(255);
    assertThat(greeting.plugin()).isEqualTo(plugin);
  }

  @Test
  void connection152IsOneTooMany() throws ConfigException {
    var protocol =
        TestMysql.protocol(TestMysql.server(TestMysql.config(MysqlProfile.NATIVE, null)));
    for (int i = 0; i < 151; i++) {
      assertThat(protocol.begin().isOver()).isFalse();
    }
    Play<MysqlInput, Bytes> one = protocol.begin();
    assertThat(one.isOver()).isTrue();
    assertThat(one.replies())
        .containsExactly(Bytes.ofLatin1("\u0017\0\0\0\u00ff\u0010\u0004Too many connections"));
  }

  @Test
  void whoeverLeavesMakesRoom() throws ConfigException {
    var protocol =
        TestMysql.protocol(TestMysql.server(TestMysql.config(MysqlProfile.NATIVE, null)));
    for (int i = 0; i < 1000; i++) {
      Play<MysqlInput, Bytes> play = protocol.begin();
      assertThat(play.isOver()).isFalse();
      play.leave();
    }
  }
}
