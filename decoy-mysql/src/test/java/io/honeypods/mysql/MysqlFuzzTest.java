package io.honeypods.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.util.Arrays;

/**
 * Any bytes at all before login, as an answer of a login, and as commands: no exception, bounded.
 *
 * <p>Seeds run in every build; {@code JAZZER_FUZZ=1} looks for more.
 */
class MysqlFuzzTest {
  private static final int MOST = 8 << 20;

  @FuzzTest(maxDuration = "10m")
  void anyFirstBytes(byte[] data) throws ConfigException {
    Play<MysqlInput, Bytes> play = protocol(MysqlProfile.NATIVE).begin();
    finish(play, data);
  }

  @FuzzTest(maxDuration = "10m")
  void anyAnswerToALogin(byte[] data) throws ConfigException {
    Play<MysqlInput, Bytes> play = protocol(MysqlProfile.SHA2).begin();
    byte[] answer = Arrays.copyOf(data, Math.min(32, data.length));
    play.send(ClientPackets.login(1, "root", "mysql_native_password", answer));
    finish(play, data);
  }

  @FuzzTest(maxDuration = "10m")
  void anyCommand(byte[] data) throws ConfigException {
    Play<MysqlInput, Bytes> play = protocol(MysqlProfile.NATIVE).begin();
    play.send(ClientPackets.login(1, "root", "mysql_native_password", new byte[0]));
    play.send(new PacketWriter(0).begin().raw(data).end().take());
    finish(play, data);
  }

  private static void finish(Play<MysqlInput, Bytes> play, byte[] data) {
    play.send(Bytes.of(data));
    play.finish();
    play.leave();
    assertThat(play.replies().stream().mapToInt(Bytes::length).sum()).isLessThan(MOST);
  }

  private static Protocol<MysqlInput, Bytes> protocol(MysqlProfile profile) throws ConfigException {
    return TestMysql.protocol(TestMysql.server(TestMysql.config(profile, null)));
  }
}
