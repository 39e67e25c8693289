package io.honeypods.example;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import io.honeypods.example.RedisFraming.Input;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Redis waits for a command: it has no other state. */
record RedisConversation(String version) implements Conversation<Input, Bytes> {

  @Override
  public Step<Input, Bytes> receive(Input input) {
    return switch (input) {
      case Input.Bad bad -> refuse(bad);
      case Input.Command command when command.words().equals(List.of("")) -> Step.silent(this);
      case Input.Command command -> obey(command.words());
    };
  }

  private Step<Input, Bytes> refuse(Input.Bad bad) {
    return Step.<Input, Bytes>silent(this)
        .saw(new InputMalformed(bad.complaint(), Payload.of(bad.bytes())))
        .reply(Bytes.ofLatin1("-ERR Protocol error: " + bad.complaint() + "\r\n"))
        .hangUp();
  }

  private Step<Input, Bytes> obey(List<String> words) {
    var step = Step.<Input, Bytes>silent(this);
    String name = words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT);
    boolean login = name.equals("AUTH") && (words.size() == 2 || words.size() == 3);
    Step<Input, Bytes> seen =
        login
            ? step.saw(login(words))
            : step.saw(new CommandReceived("redis", Text.of(String.join(" ", words)), List.of()));
    return seen.reply(Bytes.ofLatin1(login ? refusal(words) : reply(name, words)));
  }

  private static LoginAttempted login(List<String> words) {
    String user = words.size() == 2 ? "default" : words.get(1);
    var secret = Secret.password(words.getLast());
    return new LoginAttempted(LoginMethod.PASSWORD, Text.of(user), secret, Outcome.FAILURE);
  }

  private static String refusal(List<String> words) {
    return words.size() == 2
        ? "-ERR AUTH <password> called without any password configured for the default user."
            + " Are you sure your configuration is correct?\r\n"
        : "-WRONGPASS invalid username-password pair or user is disabled.\r\n";
  }

  private String reply(String name, List<String> words) {
    return switch (name) {
      case "PING" -> "+PONG\r\n";
      case "INFO" -> bulk("# Server\r\nredis_version:" + version + "\r\nredis_mode:standalone\r\n");
      case "AUTH" -> "-ERR wrong number of arguments for 'auth' command\r\n";
      default -> unknown(words);
    };
  }

  private static String unknown(List<String> words) {
    String arguments =
        words.stream().skip(1).map(word -> "'" + word + "' ").collect(Collectors.joining());
    String name = words.isEmpty() ? "" : words.getFirst();
    String complaint =
        "-ERR unknown command '%s', with args beginning with: %s".formatted(name, arguments);
    return complaint.replace('\r', ' ').replace('\n', ' ') + "\r\n";
  }

  private static String bulk(String text) {
    return "$" + text.length() + "\r\n" + text + "\r\n";
  }
}
