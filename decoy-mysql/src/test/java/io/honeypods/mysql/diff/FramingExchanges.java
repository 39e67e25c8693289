package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.CommandExchanges.ROOT;
import static io.honeypods.mysql.diff.Steps.bytes;
import static io.honeypods.mysql.diff.Steps.command;
import static io.honeypods.mysql.diff.Steps.finish;
import static io.honeypods.mysql.diff.Steps.packet;
import static io.honeypods.mysql.diff.Steps.query;
import static io.honeypods.mysql.diff.Steps.reset;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How commands are cut into packets, how connections end, and who is on them. */
final class FramingExchanges {
  private static final int PING = 14;

  private FramingExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    all.addAll(framing());
    all.addAll(changes());
    return all;
  }

  private static List<Exchange> framing() {
    byte[] select = RawClient.framed(0, "\3SELECT 1".getBytes(US_ASCII));
    byte[] ping = RawClient.framed(0, (byte) PING);
    return List.of(
        Exchange.after(ROOT, "framing: empty packet", bytes(0, 0, 0, 0), command(PING)),
        Exchange.after(ROOT, "framing: ping as number 1", packet(1, (byte) PING)),
        Exchange.after(ROOT, "framing: ping as number 255", packet(255, (byte) PING)),
        Exchange.after(
            ROOT, "framing: query as number 7", packet(7, "\3SELECT 1".getBytes(US_ASCII))),
        Exchange.after(
            ROOT,
            "framing: two pings at once",
            client -> client.send(new PacketWriter().bytes(ping).bytes(ping).toByteArray())),
        Exchange.after(
            ROOT,
            "framing: three queries at once",
            client ->
                client.send(
                    new PacketWriter().bytes(select).bytes(ping).bytes(select).toByteArray())),
        Exchange.after(
            ROOT,
            "framing: byte by byte",
            client -> {
              for (byte one : select) {
                client.write(one);
                LockSupport.parkNanos(1_000_000);
              }
            }),
        Exchange.after(ROOT, "framing: part of a header", bytes(9, 0)),
        Exchange.after(ROOT, "framing: part of a header, half-close", bytes(9, 0), finish()),
        Exchange.after(
            ROOT, "framing: part of a packet, half-close", bytes(9, 0, 0, 0, 3, 'S'), finish()),
        Exchange.after(
            ROOT, "framing: part of a packet, reset", bytes(9, 0, 0, 0, 3, 'S'), reset()),
        Exchange.after(ROOT, "framing: half-close", finish()),
        Exchange.after(
            ROOT,
            "framing: query and half-close",
            client -> {
              client.write(select);
              client.finish();
            }),
        Exchange.after(
            ROOT,
            "framing: quit and more",
            client ->
                client.send(
                    new PacketWriter()
                        .bytes(RawClient.framed(0, (byte) 1))
                        .bytes(ping)
                        .toByteArray())),
        Exchange.after(ROOT, "framing: http after the login", Steps.text("GET / HTTP/1.1\r\n\r\n")),
        Exchange.after(ROOT, "framing: 16 MB and an empty one", client -> big(client, 0xffffff, 0)),
        Exchange.after(ROOT, "framing: 16 MB and 10 bytes", client -> big(client, 0xffffff, 10)),
        Exchange.after(
            ROOT, "framing: 70 kB query", query("SELECT LENGTH('" + "a".repeat(70_000) + "')")),
        Exchange.after(
            ROOT, "framing: 900 kB query", query("SELECT LENGTH('" + "a".repeat(900_000) + "')")));
  }

  /** A query of spaces in two packets, the first of the greatest length. */
  private static void big(RawClient client, int first, int second) throws IOException {
    byte[] text = new byte[first];
    Arrays.fill(text, (byte) ' ');
    text[0] = 3;
    client.write(RawClient.framed(0, text));
    byte[] rest = new byte[second];
    Arrays.fill(rest, (byte) ' ');
    client.send(RawClient.framed(1, rest));
  }

  private static List<Exchange> changes() {
    return List.of(
        Exchange.after(
            ROOT,
            "change user: root",
            command(0x11, change("root", new byte[0], "raw_test")),
            query("SELECT CURRENT_USER(), DATABASE()")),
        Exchange.after(
            ROOT,
            "change user: no schema",
            command(0x11, change("root", new byte[0], "")),
            query("SELECT DATABASE()")),
        Exchange.after(
            ROOT,
            "change user: unknown schema",
            command(0x11, change("root", new byte[0], "nosuch")),
            command(PING)),
        Exchange.after(
            ROOT,
            "change user: nobody",
            command(0x11, change("nobody", new byte[20], "")),
            Steps.prove(LoginForm.as("nobody", "x"), false),
            command(PING)),
        Exchange.after(
            ROOT,
            "change user: nat",
            command(0x11, change("nat", new byte[0], "")),
            Steps.prove(LoginForm.as("nat", "secret"), false),
            query("SELECT CURRENT_USER()")),
        Exchange.after(
            ROOT,
            "change user: nat, wrong",
            command(0x11, change("nat", new byte[20], "")),
            Steps.prove(LoginForm.as("nat", "wrong"), false),
            command(PING)),
        Exchange.after(
            ROOT,
            "change user: sha",
            command(0x11, change("sha", new byte[0], "")),
            Steps.prove(LoginForm.as("sha", "secret"), false),
            query("SELECT CURRENT_USER()")),
        Exchange.after(ROOT, "change user: name only", command(0x11, "root"), command(PING)),
        Exchange.after(ROOT, "change user: name and zero", command(0x11, "root\0"), command(PING)),
        Exchange.after(
            ROOT,
            "change user: forgets",
            query("SET @a=1"),
            command(0x11, change("root", new byte[0], "")),
            Steps.prove(LoginForm.root(), false),
            query("SELECT @a")));
  }

  private static byte[] change(String user, byte[] proof, String schema) {
    return new PacketWriter()
        .zeroEnded(user)
        .int1(proof.length)
        .bytes(proof)
        .zeroEnded(schema)
        .int2(255)
        .zeroEnded(LoginForm.NATIVE)
        .toByteArray();
  }
}
