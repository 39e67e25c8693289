package io.honeypods.ssh;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Text;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session channel: a shell or a command, with or without a terminal. */
final class SessionChannel {
  private static final int WINDOW = 2 * 1024 * 1024;
  private static final int MAX_PENDING = 1024 * 1024;

  private final Host host;
  private final String user;
  private final long peer;
  private final int maxPacket;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(0);
  private long window;
  private long received;
  private @Nullable Terminal terminal;
  private @Nullable Shell shell;
  private boolean hasTerminal;
  private boolean exited;
  private boolean closed;

  SessionChannel(Host host, String user, long peer, long window, long maxPacket) {
    this.host = host;
    this.user = user;
    this.peer = peer;
    this.window = window;
    this.maxPacket = (int) Math.max(1, maxPacket);
  }

  void request(PayloadReader reader, Turn turn) {
    String type = reader.cText();
    boolean wantsReply = reader.bool();
    boolean success =
        switch (type) {
          case "pty-req" -> {
            hasTerminal = true;
            yield shell == null;
          }
          case "env" -> {
            String name = reader.text();
            yield name.equals("LANG") || name.startsWith("LC_");
          }
          case "window-change", "signal" -> true;
          case "shell" -> shell == null && begin(null, wantsReply, turn);
          case "exec" -> shell == null && begin(PublicKeys.text(reader.string()), wantsReply, turn);
          case "x11-req", "auth-agent-req@openssh.com" -> {
            turn.saw(new TunnelRequested(type, Text.EMPTY, 0));
            yield false;
          }
          default -> false;
        };
    boolean began = type.equals("shell") || type.equals("exec");
    if (wantsReply && !(began && success)) {
      turn.send(
          PayloadWriter.message(success ? Msg.CHANNEL_SUCCESS : Msg.CHANNEL_FAILURE).u32(peer));
    }
  }

  private boolean begin(@Nullable String command, boolean wantsReply, Turn turn) {
    shell = new Shell(host, user);
    turn.send(PayloadWriter.message(Msg.CHANNEL_WINDOW_ADJUST).u32(peer).u32(WINDOW));
    if (wantsReply) {
      turn.send(PayloadWriter.message(Msg.CHANNEL_SUCCESS).u32(peer));
    }
    if (command != null) {
      run(command, turn);
      finish(turn);
    } else if (hasTerminal) {
      terminal = new Terminal();
      write(host.motd().replace("\n", "\r\n"), turn);
      write(shell.prompt(), turn);
    } else {
      terminal = Terminal.withoutEcho();
    }
    return true;
  }

  void data(byte[] bytes, Turn turn) {
    received += bytes.length;
    if (received >= WINDOW / 2) {
      turn.send(PayloadWriter.message(Msg.CHANNEL_WINDOW_ADJUST).u32(peer).u32(received));
      received = 0;
    }
    if (terminal == null || shell == null || exited) {
      return;
    }
    for (byte b : bytes) {
      String line = terminal.type(Byte.toUnsignedInt(b), text -> write(text, turn));
      if (terminal.isAtEnd()) {
        write(hasTerminal ? "logout\r\n" : "", turn);
        finish(turn);
        return;
      }
      if (line != null) {
        run(line, turn);
        if (shell.hasExited()) {
          write(hasTerminal ? "logout\r\n" : "", turn);
          finish(turn);
          return;
        }
        write(hasTerminal ? shell.prompt() : "", turn);
      }
    }
  }

  void endOfInput(Turn turn) {
    if (terminal != null && !hasTerminal && !exited && shell != null) {
      String rest = terminal.rest();
      if (!rest.isEmpty()) {
        run(rest, turn);
      }
      finish(turn);
    }
  }

  void adjust(long more, Turn turn) {
    window = Math.min(window + more, 0xffffffffL);
    flush(turn);
  }

  void close(Turn turn) {
    if (!closed) {
      closed = true;
      turn.send(PayloadWriter.message(Msg.CHANNEL_CLOSE).u32(peer));
    }
  }

  private void run(String line, Turn turn) {
    if (shell == null || line.isBlank()) {
      return;
    }
    turn.saw(new CommandReceived("shell", Text.of(line), List.of()));
    Shell.Result result = shell.run(line);
    write(hasTerminal ? result.out().replace("\n", "\r\n") : result.out(), turn);
    if (!result.err().isEmpty()) {
      if (hasTerminal) {
        write(result.err().replace("\n", "\r\n"), turn);
      } else {
        error(result.err(), turn);
      }
    }
  }

  private void write(String text, Turn turn) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    pending.write(bytes, 0, Math.min(bytes.length, MAX_PENDING - pending.size()));
    flush(turn);
  }

  private void error(String text, Turn turn) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int length = (int) Math.min(Math.min(bytes.length, window), maxPacket);
    if (length > 0) {
      window -= length;
      turn.send(
          PayloadWriter.message(Msg.CHANNEL_EXTENDED_DATA)
              .u32(peer)
              .u32(1)
              .string(Arrays.copyOf(bytes, length)));
    }
  }

  private void flush(Turn turn) {
    byte[] bytes = pending.toByteArray();
    int at = 0;
    while (at < bytes.length && window > 0) {
      int length = (int) Math.min(Math.min(bytes.length - at, window), maxPacket);
      turn.send(
          PayloadWriter.message(Msg.CHANNEL_DATA)
              .u32(peer)
              .string(Arrays.copyOfRange(bytes, at, at + length)));
      window -= length;
      at += length;
    }
    pending.reset();
    pending.write(bytes, at, bytes.length - at);
    if (exited && pending.size() == 0) {
      sayGoodbye(turn);
    }
  }

  private void finish(Turn turn) {
    exited = true;
    flush(turn);
  }

  private void sayGoodbye(Turn turn) {
    if (closed || shell == null) {
      return;
    }
    turn.send(
        PayloadWriter.message(Msg.CHANNEL_REQUEST)
            .u32(peer)
            .text("exit-status")
            .bool(false)
            .u32(shell.status()));
    turn.send(
        PayloadWriter.message(Msg.CHANNEL_REQUEST).u32(peer).text("eow@openssh.com").bool(false));
    turn.send(PayloadWriter.message(Msg.CHANNEL_EOF).u32(peer));
    close(turn);
  }
}
