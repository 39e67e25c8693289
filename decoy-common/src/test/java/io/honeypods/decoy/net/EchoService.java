package io.honeypods.decoy.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Payload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers each line with itself, and some lines with what their word says. */
final class EchoService implements Conversation<String, String> {
  static final String BIG = "b".repeat(32 * 1024);
  private static final String UNENCODABLE = "unencodable";

  private @Nullable Duration patience;
  private boolean late;

  static Service<String, String> service() {
    return new Service<>(
        "web",
        "web.listen",
        new Endpoint("127.0.0.1", 0),
        List.of(AlertName.FAKE_SVC),
        false,
        () -> EchoService::line,
        EchoService::encode,
        _ -> new EchoService());
  }

  @Override
  public Step<String, String> receive(String line) {
    Step<String, String> step = reply(line);
    return switch (line) {
      case "bye" -> step.hangUp();
      case "linger" -> step.ending(Step.Ending.LINGER);
      case "half-close" -> step.ending(Step.Ending.HALF_CLOSE);
      case "reset" -> step.ending(Step.Ending.RESET);
      case "slow" -> step.after(Duration.ofMillis(60));
      case "slow fault" -> reply(UNENCODABLE).after(Duration.ofMillis(1));
      case "late fault" -> impatient(step);
      case "impatient" -> impatient(step);
      case "big" -> reply(BIG);
      case "fault" -> throw new IllegalStateException("made to fail");
      default -> step;
    };
  }

  private Step<String, String> impatient(Step<String, String> step) {
    patience = Duration.ofMillis(20);
    late = step.replies().contains("late fault");
    return step;
  }

  @Override
  public @Nullable Duration patience() {
    return patience;
  }

  @Override
  public Step<String, String> timeOut() {
    if (late) {
      throw new IllegalStateException("made to fail");
    }
    return Step.<String, String>silent(this).hangUp();
  }

  @Override
  public Step<String, String> finish() {
    return reply("finished").hangUp();
  }

  private Step<String, String> reply(String line) {
    var seen = new PayloadReceived(Payload.of(Bytes.utf8(line)));
    return Step.<String, String>silent(this).saw(seen).reply(line);
  }

  private static @Nullable String line(ByteBuf in) {
    int length = in.bytesBefore((byte) '\n');
    if (length < 0) {
      return null;
    }
    String line = in.readCharSequence(length, US_ASCII).toString();
    in.skipBytes(1);
    return line;
  }

  private static ByteBuf encode(String reply, ByteBufAllocator allocator) {
    if (reply.equals(UNENCODABLE)) {
      throw new IllegalStateException("made to fail");
    }
    return ByteBufUtil.writeAscii(allocator, reply + "\n");
  }
}
