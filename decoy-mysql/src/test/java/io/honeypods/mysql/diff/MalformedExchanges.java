package io.honeypods.mysql.diff;

import static io.honeypods.mysql.diff.Capability.LENENC_AUTH;
import static io.honeypods.mysql.diff.Steps.array;
import static io.honeypods.mysql.diff.Steps.login;
import static io.honeypods.mysql.diff.Steps.packet;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Login packets that no client should send. */
final class MalformedExchanges {
  private MalformedExchanges() {}

  static List<Exchange> all() {
    var all = new ArrayList<Exchange>();
    all.addAll(attributes());
    all.addAll(malformed());
    return all;
  }

  private static List<Exchange> attributes() {
    LoginForm root = LoginForm.root();
    byte[] good =
        new PacketWriter()
            .counted(new PacketWriter().counted("_client_name").counted("libmysql").toByteArray())
            .toByteArray();
    return List.of(
        Exchange.of("attributes: none", login(root.attributed((byte) 0))),
        Exchange.of("attributes: good", login(root.attributed(good))),
        Exchange.of("attributes: missing", login(root.attributed())),
        Exchange.of("attributes: too long", login(root.attributed(array(200, 1, 'a', 1, 'b')))),
        Exchange.of("attributes: too short", login(root.attributed(array(2, 1, 'a', 1, 'b')))),
        Exchange.of(
            "attributes: huge",
            login(root.attributed(array(0xfe, 255, 255, 255, 255, 255, 255, 255, 255)))),
        Exchange.of("attributes: null", login(root.attributed(array(0xfb)))),
        Exchange.of("attributes: odd count", login(root.attributed(array(2, 1, 'a')))),
        Exchange.of("attributes: key too long", login(root.attributed(array(4, 9, 'a', 1, 'b')))),
        Exchange.of(
            "attributes: 70 kB",
            login(root.attributed(new PacketWriter().counted(new byte[70_000]).toByteArray()))));
  }

  private static List<Exchange> malformed() {
    LoginForm root = LoginForm.root();
    byte[] head = root.head();
    byte[] lenenc = root.with(LENENC_AUTH).head();
    return List.of(
        Exchange.of("malformed: no end of the user", raw(head, "root")),
        Exchange.of("malformed: no proof", raw(head, "root\0")),
        Exchange.of("malformed: proof longer than the packet", raw(head, "root\0\24abc")),
        Exchange.of(
            "malformed: proof of 5 bytes", raw(head, "root\0\5abcde" + LoginForm.NATIVE + "\0")),
        Exchange.of(
            "malformed: proof of 21 bytes",
            raw(head, "nat\0\25" + "a".repeat(21) + LoginForm.NATIVE + "\0")),
        Exchange.of("malformed: plugin without end", raw(head, "root\0\0mysql_native_password")),
        Exchange.of("malformed: no plugin", raw(head, "root\0\0")),
        Exchange.of(
            "malformed: more behind it", raw(head, "root\0\0mysql_native_password\0more bytes")),
        Exchange.of("malformed: lenenc 0xfb", raw(lenenc, "root\0\373")),
        Exchange.of(
            "malformed: lenenc 0xfe", raw(lenenc, "root\0\376\377\377\377\377\377\377\377\377")),
        Exchange.of("malformed: lenenc 0xff", raw(lenenc, "root\0\377abc")),
        Exchange.of(
            "malformed: lenenc 0xfc", raw(lenenc, "root\0\374\0\0" + LoginForm.NATIVE + "\0")),
        Exchange.of("malformed: charset 0", charset(0)),
        Exchange.of("malformed: charset 8", charset(8)),
        Exchange.of("malformed: charset 33", charset(33)),
        Exchange.of("malformed: charset 35, ucs2", charset(35)),
        Exchange.of("malformed: charset 254", charset(254)),
        Exchange.of("malformed: charset 63", charset(63)),
        Exchange.of(
            "malformed: max packet 0",
            client -> {
              byte[] payload = root.payload(client.transcript().salt());
              payload[7] = 0;
              client.packet(1, payload);
            }),
        Exchange.of(
            "malformed: login of 20 kB",
            packet(
                1,
                new PacketWriter()
                    .bytes(head)
                    .zeroEnded("root")
                    .int1(0)
                    .zeroEnded(LoginForm.NATIVE)
                    .bytes(new byte[20_000])
                    .toByteArray())),
        Exchange.of(
            "malformed: login in pieces",
            client -> {
              byte[] whole = RawClient.framed(1, root.payload(client.transcript().salt()));
              for (byte one : whole) {
                client.write(one);
                LockSupport.parkNanos(1_000_000);
              }
            }),
        Exchange.of(
            "malformed: login and query at once",
            client -> {
              client.write(RawClient.framed(1, root.payload(client.transcript().salt())));
              client.packet(0, "\3SELECT 1".getBytes(ISO_8859_1));
            }));
  }

  private static Exchange.Step raw(byte[] head, String latin1) {
    return packet(
        1, new PacketWriter().bytes(head).bytes(latin1.getBytes(ISO_8859_1)).toByteArray());
  }

  private static Exchange.Step charset(int number) {
    return client -> {
      byte[] payload = LoginForm.root().payload(client.transcript().salt());
      payload[8] = (byte) number;
      client.packet(1, payload);
      client.packet(0, "\3SELECT @@character_set_client, 'a'".getBytes(ISO_8859_1));
    };
  }
}
