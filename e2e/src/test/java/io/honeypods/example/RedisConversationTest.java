package io.honeypods.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Step;
import io.honeypods.example.RedisFraming.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisConversationTest {
  private final RedisConversation redis = new RedisConversation("7.4.2");

  @Test
  void passwordIsReportedAndRefused() {
    var step = receive("auth", "deploy", "hunter2");

    assertThat(step.seen())
        .containsExactly(
            new LoginAttempted(
                LoginMethod.PASSWORD,
                Text.of("deploy"),
                Secret.password("hunter2"),
                Outcome.FAILURE));
    assertThat(step.replies())
        .containsExactly(
            Bytes.ofLatin1("-WRONGPASS invalid username-password pair or user is disabled.\r\n"));
  }

  @Test
  void commandIsReportedAndAnswered() {
    var step = receive("PING");

    assertThat(step.seen())
        .containsExactly(new CommandReceived("redis", Text.of("PING"), List.of()));
    assertThat(step.replies()).containsExactly(Bytes.ofLatin1("+PONG\r\n"));
  }

  @Test
  void unknownCommandKeepsToOneLine() {
    assertThat(receive("EVAL", "a\r\nb").replies())
        .containsExactly(
            Bytes.ofLatin1("-ERR unknown command 'EVAL', with args beginning with: 'a  b' \r\n"));
  }

  @Test
  void emptyLineIsIgnored() {
    assertThat(receive("")).isEqualTo(Step.silent(redis));
  }

  @Test
  void malformedInputEndsTheSession() {
    Bytes bytes = Bytes.ofLatin1("*x\r\n");
    var step = redis.receive(new Input.Bad("invalid multibulk length", bytes));

    assertThat(step.seen())
        .containsExactly(new InputMalformed("invalid multibulk length", Payload.of(bytes)));
    assertThat(step.ending()).isEqualTo(Step.Ending.HANG_UP);
  }

  private Step<Input, Bytes> receive(String... words) {
    return redis.receive(new Input.Command(List.of(words)));
  }
}
