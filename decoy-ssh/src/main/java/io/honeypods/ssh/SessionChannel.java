package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.decoy.event.Event.TunnelRequested;
import io.honeypods.decoy.event.Text;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Strand;
import io.honeypods.ssh.host.Terminal;
import org.jspecify.annotations.Nullable;

/** One session channel: a shell, a command or a subsystem, with or without a terminal. */
final class SessionChannel {
  private static final int WINDOW = 2 * 1024 * 1024;
  private static final int MAX_HELD = 4 * 1024 * 1024;

  private final Visit visit;
  private final Login login;
  private final long peer;
  private final ChannelSender sender;
  private final Pipe in = new Pipe();
  private final Pipe out = new Pipe();
  private final Pipe err = new Pipe();
  private long received;
  private @Nullable Terminal terminal;
  private @Nullable Strand strand;
  private @Nullable Recording recording;
  private boolean saidGoodbye;
  private boolean closed;

  SessionChannel(Visit visit, long peer, long window, long maxPacket) {
    this.visit = visit;
    this.login = new Login(visit);
    this.peer = peer;
    this.sender = new ChannelSender(peer, window, maxPacket);
  }

  void request(PayloadReader reader, Turn turn) {
    String type = reader.cText();
    boolean wantsReply = reader.bool();
    boolean success =
        switch (type) {
          case "pty-req" -> terminal == null && strand == null && allocate(reader);
          case "env" -> login.environment(reader.text(), reader.text());
          case "window-change" -> resize(reader);
          case "signal" -> signal(reader.text());
          case "shell" -> begin(type, "", wantsReply, turn);
          case "exec", "subsystem" -> begin(type, reader.text(), wantsReply, turn);
          case "x11-req", "auth-agent-req@openssh.com" -> {
            turn.saw(new TunnelRequested(type, Text.EMPTY, 0));
            yield false;
          }
          default -> false;
        };
    boolean began =
        success && (type.equals("shell") || type.equals("exec") || type.equals("subsystem"));
    if (wantsReply && !began) {
      turn.send(
          PayloadWriter.message(success ? Msg.CHANNEL_SUCCESS : Msg.CHANNEL_FAILURE).u32(peer));
    }
  }

  private boolean allocate(PayloadReader reader) {
    login.environment("TERM", reader.text());
    int columns = (int) reader.u32();
    int rows = (int) reader.u32();
    terminal = new Terminal("pts/0", columns, rows, out);
    return true;
  }

  private boolean resize(PayloadReader reader) {
    if (terminal != null) {
      terminal.resize((int) reader.u32(), (int) reader.u32());
    }
    return terminal != null;
  }

  private boolean signal(String name) {
    if (strand == null) {
      return false;
    }
    switch (name) {
      case "INT" -> strand.signal(2);
      case "KILL" -> strand.signal(9);
      case "TERM", "HUP" -> strand.signal(15);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean begin(String type, String command, boolean wantsReply, Turn turn) {
    if (strand != null || (type.equals("subsystem") && !command.equals("sftp"))) {
      return false;
    }
    turn.send(PayloadWriter.message(Msg.CHANNEL_WINDOW_ADJUST).u32(peer).u32(WINDOW));
    if (wantsReply) {
      turn.send(PayloadWriter.message(Msg.CHANNEL_SUCCESS).u32(peer));
    }
    if (type.equals("exec")) {
      visit.command(command);
    }
    if (terminal != null) {
      recording = visit.record(terminal);
      if (type.equals("shell")) {
        out.add(visit.machine().host().motd(null).replace("\n", "\r\n"));
      }
    }
    strand = login.start(type, command, in, out, err, terminal);
    return true;
  }

  void data(byte[] bytes, Turn turn) {
    received += bytes.length;
    if (received >= WINDOW / 2) {
      turn.send(PayloadWriter.message(Msg.CHANNEL_WINDOW_ADJUST).u32(peer).u32(received));
      received = 0;
    }
    String text = new String(bytes, ISO_8859_1);
    if (terminal != null) {
      if (terminal.type(text)) {
        visit.machine().interrupt(terminal);
      }
    } else if (in.length() < MAX_HELD) {
      in.add(text);
    }
  }

  void endOfInput() {
    in.end();
    if (terminal != null) {
      terminal.hangUp();
    }
  }

  void adjust(long more) {
    sender.adjust(more);
  }

  /** Whether much was sent and nothing was said to it. */
  boolean isUnheard() {
    return sender.isUnheard();
  }

  /** Sends what was written; whether there was anything. */
  boolean pump(Turn turn) {
    boolean sent = !closed && sender.send(out, false, recording, turn);
    sent |= !closed && sender.send(err, true, recording, turn);
    if (strand != null && strand.isOver() && out.length() == 0 && err.length() == 0) {
      sayGoodbye(turn);
    }
    return sent;
  }

  /** The client closes: nobody hears what still runs. */
  void close(Turn turn) {
    hangUp();
    if (!closed) {
      closed = true;
      turn.send(PayloadWriter.message(Msg.CHANNEL_CLOSE).u32(peer));
    }
  }

  /** Ends what runs, as a hangup does, and what is recorded of it. */
  void hangUp() {
    endOfInput();
    out.breakOff();
    err.breakOff();
    if (strand != null && !strand.isOver()) {
      strand.signal(15);
    }
    if (recording != null) {
      recording.close();
      recording = null;
    }
  }

  private void sayGoodbye(Turn turn) {
    if (closed || saidGoodbye || strand == null) {
      return;
    }
    saidGoodbye = true;
    turn.send(
        PayloadWriter.message(Msg.CHANNEL_REQUEST)
            .u32(peer)
            .text("exit-status")
            .bool(false)
            .u32(strand.status()));
    turn.send(
        PayloadWriter.message(Msg.CHANNEL_REQUEST).u32(peer).text("eow@openssh.com").bool(false));
    turn.send(PayloadWriter.message(Msg.CHANNEL_EOF).u32(peer));
    close(turn);
  }
}
