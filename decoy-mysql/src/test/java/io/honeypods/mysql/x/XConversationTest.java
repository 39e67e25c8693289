package io.honeypods.mysql.x;

import static io.honeypods.mysql.x.XFrames.CLOSE;
import static io.honeypods.mysql.x.XFrames.GET;
import static io.honeypods.mysql.x.XFrames.answer;
import static io.honeypods.mysql.x.XFrames.attribute;
import static io.honeypods.mysql.x.XFrames.capability;
import static io.honeypods.mysql.x.XFrames.error;
import static io.honeypods.mysql.x.XFrames.frame;
import static io.honeypods.mysql.x.XFrames.join;
import static io.honeypods.mysql.x.XFrames.set;
import static io.honeypods.mysql.x.XFrames.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Step.Ending;
import io.honeypods.decoy.net.TlsParameters;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.ManualClock;
import io.honeypods.testkit.Play;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XConversationTest {
  private static final String CAPABILITIES =
      """
      0a0f0a03746c7312080801120408074000\
      0a4d0a1961757468656e7469636174696f6e2e6d656368616e69736d73\
      12300803222c0a110801120d08084a090a074d5953514c34310a170801121308084a0f0a0d5348413235365f4d454d4f5259\
      0a1d0a0b646f632e666f726d617473120e0801120a08084a060a0474657874\
      0a1e0a12636c69656e742e696e74657261637469766512080801120408074000\
      0a6e0a0b636f6d7072657373696f6e125f08021a5b0a590a09616c676f726974686d124c08032248\
      0a180801121408084a100a0e6465666c6174655f73747265616d\
      0a150801121108084a0d0a0b6c7a345f6d657373616765\
      0a150801121108084a0d0a0b7a7374645f73747265616d\
      0a1c0a096e6f64655f74797065120f0801120b08084a070a056d7973716c\
      0a200a14636c69656e742e7077645f6578706972655f6f6b12080801120408074000\
      """;
  private static final String PROOF = "*4E963CEE85393309F69FDA76D034EB5C645D13C98";

  @Test
  void saysHelloFirst() {
    assertThat(hex(XFrames.begin().replies().getFirst())).isEqualTo("050000000b08051a00");
  }

  @Test
  void listsItsCapabilitiesAsOftenAsAsked() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(GET, GET));
    assertThat(play.replies()).hasSize(3);
    assertThat(hex(play.replies().get(1))).isEqualTo("5001000002" + CAPABILITIES);
    assertThat(play.replies().get(2)).isEqualTo(play.replies().get(1));
    assertThat(play.isOver()).isFalse();
    assertThat(play.events()).isEmpty();
  }

  @Test
  void remembersWhatWasSet() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(GET, set(capability("client.interactive", true)), GET));
    assertThat(hex(play.replies().get(2))).isEqualTo("0100000000");
    String before = hex(play.replies().get(1));
    assertThat(hex(play.replies().get(3)))
        .isEqualTo(before.replace("40000a6e0a0b", "40010a6e0a0b"));
  }

  @Test
  void takesWhatTheClientSaysOfItself() {
    Play<XInput, Bytes> play = XFrames.begin();
    var attributes =
        new ProtoWriter()
            .message(1, attribute("_client_name", "libmysqlxclient"))
            .message(1, attribute("_client_version", "8.0.44"));
    play.send(
        set(
            capability(
                "session_connect_attrs", new ProtoWriter().number(1, 2).message(3, attributes))));
    assertThat(hex(play.replies().getLast())).isEqualTo("0100000000");
    var client = (ClientIdentified) play.events().getFirst();
    assertThat(client.client().value()).isEqualTo("libmysqlxclient 8.0.44");
    assertThat(client.details())
        .containsExactly(
            new Field("_client_name", "libmysqlxclient"), new Field("_client_version", "8.0.44"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls",
        "authentication.mechanisms",
        "doc.formats",
        "compression",
        "node_type",
        "session_connect_attrs"
      })
  void setsNoOtherCapability(String name) {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(set(capability(name, true)), GET));
    assertThat(play.replies().get(1))
        .isEqualTo(error(false, 5001, "Capability prepare failed for '" + name + "'"));
    assertThat(play.replies()).hasSize(3);
  }

  @Test
  void complainsOfAnUnknownCapabilityBeforeAnythingElse() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(set(capability("tls", true), capability("foo", true)));
    assertThat(hex(play.replies().getLast()))
        .isEqualTo(
            "2d000000010800108a271a1e4361706162696c6974792027666f6f2720646f65736e277420657869737422054859303030");
    assertThat(play.isOver()).isFalse();
  }

  @Test
  void refusesACapabilityWithoutValue() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(set(new ProtoWriter().text(1, "tls")));
    assertThat(play.replies().getLast())
        .isEqualTo(error(true, 5000, "Parse error unserializing protobuf message"));
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.events().getFirst()).isInstanceOf(InputMalformed.class);
  }

  @Test
  void saysBye() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(CLOSE, GET));
    assertThat(hex(play.replies().getLast())).isEqualTo("07000000000a0462796521");
    assertThat(play.replies()).hasSize(2);
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
  }

  @Test
  void challengesAndDeniesThriceThenHangsUp() {
    Play<XInput, Bytes> play = XFrames.begin();
    var salts = new HashSet<Bytes>();
    for (int attempt = 1; attempt <= 3; attempt++) {
      play.send(start("MYSQL41"));
      Bytes challenge = play.replies().getLast();
      assertThat(hex(challenge)).startsWith("17000000030a14").endsWith("00").hasSize(54);
      salts.add(challenge);
      play.send(answer("\0root\0" + PROOF));
      assertThat(play.replies().getLast())
          .isEqualTo(
              error(
                  attempt == 3,
                  1045,
                  "Access denied for user 'root'@'192.0.2.7' (using password: YES)"));
      assertThat(play.isOver()).isEqualTo(attempt == 3);
    }
    assertThat(salts).hasSize(3);
    assertThat(play.events()).hasSize(3).allMatch(LoginAttempted.class::isInstance);
  }

  @Test
  void recordsTheAnswerInTheFormThatHashcatReads() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(start("MYSQL41"));
    String salt = hex(play.replies().getLast()).substring(14);
    play.send(answer("shop\0root\0" + PROOF));
    var login = (LoginAttempted) play.events().getFirst();
    assertThat(login.method()).isEqualTo(LoginMethod.NATIVE_PASSWORD);
    assertThat(login.user().value()).isEqualTo("root");
    assertThat(login.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(login.secret().type()).isEqualTo(Secret.Type.HASH);
    assertThat(login.secret().value().value())
        .isEqualTo("$mysqlna$" + salt + "*4e963cee85393309f69fda76d034eb5c645d13c98");
  }

  @Test
  void deniesSha256MemoryWithoutPassword() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(start("SHA256_MEMORY"), answer("\0root\0")));
    assertThat(play.replies().getLast())
        .isEqualTo(
            error(false, 1045, "Access denied for user 'root'@'192.0.2.7' (using password: NO)"));
    var login = (LoginAttempted) play.events().getFirst();
    assertThat(login.method()).isEqualTo(LoginMethod.CACHING_SHA2_PASSWORD);
    assertThat(login.secret()).isEqualTo(Secret.NONE);
  }

  @Test
  void cutsALongUserInItsAnswerOnly() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(start("MYSQL41"), answer("\0" + "u".repeat(80) + "\0x")));
    assertThat(play.replies().getLast().latin1()).contains("'" + "u".repeat(48) + "'@");
    assertThat(((LoginAttempted) play.events().getFirst()).user().length()).isEqualTo(80);
  }

  @Test
  void takesAnAnswerWithoutSeparatorsForNobody() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(start("MYSQL41"), answer("nonul")));
    assertThat(play.replies().getLast())
        .isEqualTo(
            error(false, 1045, "Access denied for user ''@'192.0.2.7' (using password: NO)"));
  }

  @Test
  void hearsAPasswordInClearButRefusesThatWay() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(start("PLAIN", "\0root\0secret"));
    assertThat(hex(play.replies().getLast()))
        .isEqualTo(
            "3200000001080110e3091a23496e76616c69642061757468656e7469636174696f6e206d6574686f6420504c41494e22054859303030");
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.events())
        .containsExactly(
            new LoginAttempted(
                LoginMethod.PASSWORD, Text.of("root"), Secret.password("secret"), Outcome.FAILURE));
  }

  @Test
  void hearsPasswordsInClearWithinTls() {
    Play<XInput, Bytes> play = XFrames.WITH_TLS.begin();
    play.send(set(capability("tls", true)));
    assertThat(hex(play.replies().getLast())).isEqualTo("0100000000");
    play.secure(new TlsParameters("TLSv1.3", "TLS_AES_128_GCM_SHA256"));
    play.send(GET);
    assertThat(hex(play.replies().getLast()))
        .contains("0a0f0a03746c73120808011204080740010a5e0a19")
        .contains("0a0f0801120b08084a070a05504c41494e");
    for (int attempt = 1; attempt <= 3; attempt++) {
      play.send(start("PLAIN", "\0root\0secret"));
      assertThat(play.replies().getLast())
          .isEqualTo(
              error(
                  attempt == 3,
                  1045,
                  "Access denied for user 'root'@'192.0.2.7' (using password: YES)"));
    }
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.events())
        .hasSize(3)
        .allMatch(event -> ((LoginAttempted) event).secret().equals(Secret.password("secret")));
  }

  @Test
  void startsTlsOnlyOnce() {
    Play<XInput, Bytes> play = XFrames.WITH_TLS.begin();
    play.send(set(capability("tls", false)));
    assertThat(play.replies().getLast())
        .isEqualTo(error(false, 5001, "Capability prepare failed for 'tls'"));
    play.send(set(capability("tls", true)));
    play.secure(new TlsParameters("TLSv1.3", "TLS_AES_128_GCM_SHA256"));
    play.send(set(capability("tls", true)));
    assertThat(play.replies().getLast())
        .isEqualTo(error(false, 5001, "Capability prepare failed for 'tls'"));
  }

  @Test
  void endsWhereTlsDoesNotComeAbout() {
    Play<XInput, Bytes> play = XFrames.WITH_TLS.begin();
    play.send(set(capability("tls", true)));
    play.failToSecure("no TLS record");
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.events().getLast()).isInstanceOf(InputMalformed.class);
  }

  @Test
  void refusesAnUnknownMechanism() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(start("mysql41"));
    assertThat(play.replies().getLast())
        .isEqualTo(error(true, 1251, "Invalid authentication method mysql41"));
    assertThat(play.events().getFirst()).isInstanceOf(InputMalformed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 12, 17, 18, 19, 20, 24, 25, 30, 31, 32, 40, 41, 42, 43, 44, 45, 46})
  void allowsNothingElseBeforeALogin(int type) {
    Play<XInput, Bytes> play = XFrames.begin();
    var body = new ProtoWriter();
    for (int id = 1; id <= 4; id++) {
      body.text(id, "x");
    }
    play.send(frame(type, body.bytes()));
    expectInvalidMessage(play);
  }

  @Test
  void allowsNothingButAnAnswerToAChallenge() {
    for (Bytes other : new Bytes[] {GET, CLOSE, start("MYSQL41"), set(capability("tls", true))}) {
      Play<XInput, Bytes> play = XFrames.begin();
      play.send(join(start("MYSQL41"), other));
      expectInvalidMessage(play);
    }
  }

  @Test
  void allowsNothingButAnotherAttemptAfterAFailure() {
    for (Bytes other : new Bytes[] {GET, CLOSE, answer("\0root\0")}) {
      Play<XInput, Bytes> play = XFrames.begin();
      play.send(join(start("MYSQL41"), answer("\0root\0"), other));
      expectInvalidMessage(play);
    }
  }

  @Test
  void doesNotAnswerAReset() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(join(frame(6, Bytes.EMPTY), GET));
    assertThat(play.replies()).hasSize(2);
  }

  @Test
  void waitsHalfAMinuteInAllForALogin() {
    Play<XInput, Bytes> play = XFrames.begin();
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(30));
    play.clock().advance(Duration.ofSeconds(12));
    play.send(join(GET, start("MYSQL41")));
    assertThat(play.patience()).isEqualTo(Duration.ofSeconds(18));
    int sent = play.replies().size();
    play.timeOut();
    assertThat(play.isOver()).isTrue();
    assertThat(play.replies()).hasSize(sent);
    assertThat(play.events()).isEmpty();
  }

  @Test
  void endsWithAPeerThatHalfCloses() {
    Play<XInput, Bytes> play = XFrames.begin();
    play.send(GET.slice(0, 3));
    play.finish();
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.replies()).hasSize(1);
  }

  @Test
  void isTheSameHoweverItsBytesArrive() {
    Bytes visit =
        join(
            GET,
            set(capability("client.interactive", true)),
            set(capability("tls", true)),
            start("MYSQL41"),
            answer("\0root\0" + PROOF),
            start("SHA256_MEMORY"),
            answer("\0root\0"),
            start("PLAIN", "\0root\0root"));
    var whole = XFrames.PROTOCOL.play(Fragments.whole(), visit);
    assertThat(whole.replies()).hasSize(9);
    for (Fragments fragments : Fragments.all()) {
      assertThat(XFrames.PROTOCOL.play(fragments, visit)).as("%s", fragments).isEqualTo(whole);
    }
  }

  @Test
  void neverSendsTheBytesInAChallengeThatTheServerNeverSends() {
    var session =
        XSession.begin(
            "192.0.2.7", new XServer(new ManualClock(), new SplittableRandom(7), () -> null));
    for (int round = 0; round < 2000; round++) {
      byte[] salt = session.salt().toByteArray();
      assertThat(salt).hasSize(20).endsWith(0);
      for (int i = 0; i < 19; i++) {
        assertThat(salt[i]).isPositive().isNotEqualTo((byte) '$');
      }
    }
  }

  private static void expectInvalidMessage(Play<XInput, Bytes> play) {
    assertThat(play.replies().getLast()).isEqualTo(error(true, 5000, "Invalid message"));
    assertThat(play.ending()).isEqualTo(Ending.HANG_UP);
    assertThat(play.events().getLast()).isInstanceOf(InputMalformed.class);
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
