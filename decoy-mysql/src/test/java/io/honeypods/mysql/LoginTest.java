package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.TlsParameters;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
  private static final String NATIVE = "mysql_native_password";
  private static final String SHA2 = "caching_sha2_password";
  private static final byte[] NOTHING = {};
  private static final byte[] WRONG = "12345678901234567890".getBytes(US_ASCII);

  @Test
  void rootWithoutPasswordIsLetIn() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.NATIVE);
    play.send(ClientPackets.login(1, "root", NATIVE, NOTHING));
    assertThat(last(play)).isEqualTo(Bytes.ofLatin1("\7\0\0\2\0\0\0\2\0\0\0"));
    assertThat(attempt(play).outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(first(play, ClientIdentified.class).client().value()).isEqualTo("pytest");
  }

  @Test
  void anybodyElseIsAskedByAnotherPluginAndRefused() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.NATIVE);
    play.send(ClientPackets.login(1, "nobody2", NATIVE, WRONG));
    assertThat(last(play).latin1()).startsWith(",\0\0\2\u00fecaching_sha2_password\0");
    play.send(ClientPackets.packet(3, "x".repeat(32)));
    assertThat(last(play)).isEqualTo(Bytes.ofLatin1("\2\0\0\4\1\4"));
    play.send(ClientPackets.packet(5, "\2"));
    assertThat(last(play).latin1()).contains("-----BEGIN PUBLIC KEY-----");
    play.leave();
    assertThat(attempt(play).secret().type()).isEqualTo(Secret.Type.HASH);
    assertThat(attempt(play).outcome()).isEqualTo(Outcome.FAILURE);
  }

  @Test
  void wrongNativeAnswerIsKeptAsHashcatTakesIt() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.NATIVE);
    play.send(ClientPackets.login(1, "root", NATIVE, WRONG));
    assertThat(last(play).latin1())
        .endsWith("#28000Access denied for user 'root'@'10.0.0.5' (using password: YES)");
    assertThat(play.isOver()).isTrue();
    assertThat(attempt(play).secret().value().value())
        .matches("\\$mysqlna\\$[0-9a-f]{40}\\*3132333435363738393031323334353637383930");
  }

  @Test
  void overTlsThePasswordComesInClear() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.SHA2);
    play.send(ClientPackets.sslRequest());
    play.secure(new TlsParameters("TLSv1.3", "TLS_AES_128_GCM_SHA256"));
    play.send(ClientPackets.login(2, "root", SHA2, "y".repeat(32).getBytes(US_ASCII)));
    assertThat(last(play)).isEqualTo(Bytes.ofLatin1("\2\0\0\3\1\4"));
    play.send(ClientPackets.packet(4, "hunter2\0"));
    assertThat(attempt(play))
        .isEqualTo(
            new LoginAttempted(
                LoginMethod.CACHING_SHA2_PASSWORD,
                attempt(play).user(),
                Secret.password("hunter2"),
                Outcome.FAILURE));
    assertThat(last(play).latin1()).contains("(using password: YES)");
  }

  @Test
  void tlsThatFailsIsABadHandshakeInClear() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.NATIVE);
    play.send(ClientPackets.sslRequest());
    assertThat(play.patience()).isNull();
    play.failToSecure("not a TLS record");
    assertThat(last(play))
        .isEqualTo(Bytes.ofLatin1("\u0016\0\0\2\u00ff\u0013\4#08S01Bad handshake"));
    assertThat(first(play, InputMalformed.class).problem()).contains("not a TLS record");
  }

  @Test
  void plantedCredentialIsRecognisedWhoeverPresentsIt() throws ConfigException {
    Planted planted = Planted.of(TestMysql.IDENTITY).getFirst();
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.SHA2);
    play.send(ClientPackets.sslRequest());
    play.secure(new TlsParameters("TLSv1.3", "TLS_AES_128_GCM_SHA256"));
    play.send(ClientPackets.login(2, "nobody2", SHA2, new byte[32]));
    assertThat(last(play)).isEqualTo(Bytes.ofLatin1("\2\0\0\3\1\4"));
    play.send(ClientPackets.packet(4, planted.secret() + "\0"));
    assertThat(first(play, PlantedCredentialUsed.class).place()).isEqualTo(planted.place());
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP, GET / HTTP/1.1, 1156",
    "SSH, SSH-2.0-Go, 1156",
    "text, SELECT 1;, 1156",
  })
  void otherProtocolsAreOutOfOrder(String name, String sent, int code) throws ConfigException {
    for (Fragments fragments : new Fragments[] {Fragments.whole(), Fragments.byteByByte()}) {
      var outcome =
          protocol(MysqlProfile.NATIVE).play(fragments, Bytes.ofLatin1(sent + "\r\n\r\n"));
      assertThat(outcome.replies().getLast().latin1())
          .startsWith("!\0\0\1\u00ff" + (char) (code & 0xff) + (char) (code >> 8) + "#08S01");
      assertThat(outcome.events()).hasAtLeastOneElementOfType(InputMalformed.class);
    }
    assertThat(name.toLowerCase(Locale.ROOT)).isNotEmpty();
  }

  @Test
  void silenceIsToldAfterTenSeconds() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.NATIVE);
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(10));
    play.timeOut();
    assertThat(last(play).latin1())
        .isEqualTo("2\0\0\1\u00ff\u0087\4#08S01Got timeout reading communication packets");
    assertThat(play.isOver()).isTrue();
  }

  @Test
  void loginWithoutPluginsGoesByTheNativeOne() throws ConfigException {
    Play<MysqlInput, Bytes> play = begin(MysqlProfile.NATIVE);
    play.send(ClientPackets.oldLogin("root", NOTHING));
    assertThat(attempt(play).outcome()).isEqualTo(Outcome.SUCCESS);

    Play<MysqlInput, Bytes> modern = begin(MysqlProfile.SHA2);
    modern.send(ClientPackets.oldLogin("root", NOTHING));
    assertThat(last(modern).latin1()).contains("#08004Client does not support authentication");
  }

  private static Protocol<MysqlInput, Bytes> protocol(MysqlProfile profile) throws ConfigException {
    return TestMysql.protocol(TestMysql.server(TestMysql.config(profile, null)));
  }

  private static Play<MysqlInput, Bytes> begin(MysqlProfile profile) throws ConfigException {
    return protocol(profile).begin();
  }

  private static Bytes last(Play<MysqlInput, Bytes> play) {
    return play.replies().getLast();
  }

  private static LoginAttempted attempt(Play<MysqlInput, Bytes> play) {
    return first(play, LoginAttempted.class);
  }

  private static <E extends Event> E first(Play<MysqlInput, Bytes> play, Class<E> kind) {
    return play.events().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind.getSimpleName() + " in " + play.events()));
  }
}
