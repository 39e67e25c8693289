package io.honeypods.example;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts commands out of a stream: lines of words, and the arrays of the <a
 * href="https://redis.io/docs/latest/develop/reference/protocol-spec/">Redis protocol</a>.
 */
final class RedisFraming implements Framing<RedisFraming.Input> {
  static final int MAX_COMMAND = 16_384;
  static final int MAX_WORDS = 10;

  /** What a client sent. */
  sealed interface Input {
    /** A command and its arguments. */
    record Command(List<String> words) implements Input {
      public Command {
        words = List.copyOf(words);
      }
    }

    /** Bytes that are no command; {@code complaint} is what Redis says to them. */
    record Bad(String complaint, Bytes bytes) implements Input {}
  }

  @Override
  public @Nullable Input next(ByteBuf in) {
    int start = in.readerIndex();
    Input input = in.getByte(start) == '*' ? array(in) : inline(in);
    if (input == null && in.writerIndex() - start > MAX_COMMAND) {
      input = new Input.Bad("too big request", Bytes.EMPTY);
    }
    if (input instanceof Input.Bad bad) {
      in.readerIndex(start);
      byte[] rest = ByteBufUtil.getBytes(in);
      in.skipBytes(rest.length);
      return new Input.Bad(bad.complaint(), Bytes.of(rest));
    }
    in.readerIndex(input == null ? start : in.readerIndex());
    return input;
  }

  private static @Nullable Input inline(ByteBuf in) {
    String line = line(in);
    return line == null ? null : new Input.Command(List.of(line.strip().split("\\s+")));
  }

  private static @Nullable Input array(ByteBuf in) {
    int count = number(in, '*', MAX_WORDS);
    var words = new ArrayList<String>();
    while (count >= 0 && words.size() < count) {
      if (in.isReadable() && in.getByte(in.readerIndex()) != '$') {
        return new Input.Bad("expected '$', got another byte", Bytes.EMPTY);
      }
      int length = number(in, '$', MAX_COMMAND);
      if (length == INVALID) {
        return new Input.Bad("invalid bulk length", Bytes.EMPTY);
      }
      if (length == INCOMPLETE || in.readableBytes() < length + 2) {
        return null;
      }
      words.add(in.readString(length, ISO_8859_1));
      in.skipBytes(2);
    }
    return switch (count) {
      case INVALID -> new Input.Bad("invalid multibulk length", Bytes.EMPTY);
      case INCOMPLETE -> null;
      default -> new Input.Command(words);
    };
  }

  private static final int INCOMPLETE = -1;
  private static final int INVALID = -2;

  /** The number of a line that starts with a sign, from 0 to a limit. */
  private static int number(ByteBuf in, char sign, int limit) {
    String line = line(in);
    if (line == null) {
      return INCOMPLETE;
    }
    String digits = line.substring(line.indexOf(sign) + 1);
    boolean valid = digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= limit;
    return valid ? Integer.parseInt(digits) : INVALID;
  }

  private static @Nullable String line(ByteBuf in) {
    int length = in.bytesBefore((byte) '\n');
    if (length < 0) {
      return null;
    }
    String line = in.readString(length, ISO_8859_1);
    in.skipBytes(1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
