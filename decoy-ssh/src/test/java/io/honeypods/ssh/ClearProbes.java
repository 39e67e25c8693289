package io.honeypods.ssh;

/** What is said before a proposal: lines, packets that are none, messages too early. */
final class ClearProbes {
  private final Probes probes;

  private ClearProbes(Probes probes) {
    this.probes = probes;
  }

  static void addTo(Probes probes) {
    var these = new ClearProbes(probes);
    these.idents();
    these.clearPackets();
    these.earlyMessages();
  }

  private void text(String name, String sent) {
    probes.add("ident " + name, ssh -> ssh.raw(sent).listenInClear());
  }

  private void ident(String name, String sent) {
    probes.add("ident " + name, ssh -> ssh.raw(sent).listen());
  }

  private void idents() {
    text("HTTP", "GET / HTTP/1.0\r\n\r\n");
    text("HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: b\r\n\r\n");
    text("1337", "SSH-1337-OpenSSH_9.0\r\n");
    text("1111", "SSH-1111-OpenSSH_9.0\r\n");
    text("1.5", "SSH-1.5-x\r\n");
    text("3.0", "SSH-3.0-x\r\n");
    text("1.98", "SSH-1.98-x\r\n");
    text("-2.0", "SSH--2.0-x\r\n");
    text("lines of nothing", "\n\n\n\n\n\n\n\n");
    text("CRLF", "\r\n");
    text("HELP", "HELP\r\n");
    text("QUIT", "QUIT\n");
    text("binary", "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0010\n");
    text("zero bytes", "\0\0\0\0");
    text("zero in the line", "SSH-2.0-a\0b\r\n");
    text("return in the line", "SSH-2.0-a\rb\r\n");
    text("returns only", "\r\r\r\r\r\r\r\r");
    text("one byte", "S");
    text("300 A", "A".repeat(300));
    text("300 A and a line end", "A".repeat(300) + "\n");
    text("9000 A", "A".repeat(9000));
    text("0xff", "\u00ff".repeat(100));
    text("TLS", "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003");
    text("no software", "SSH-2.0-\r\n");
    text("no dash", "SSH-2.0\r\n");
    text("SSH-", "SSH-\r\n");
    text("SSH-x", "SSH-x\r\n");
    text("lower case", "ssh-2.0-x\r\n");
    text("leading line", "hello\r\nSSH-2.0-x\r\n");
    text("Probe", "SSH-2.0-Probe-1\r\n");
    text("version mapper", "SSH-2.0-SSH_Version_Mapper\r\n");
    text("version mapper within", "SSH-2.0-xSSH_Version_Mapper1\r\n");
    text("xProbe", "SSH-1.0-Probe-1\r\n");
    text("RDP", "\u0003\0\0\u0013\u000e\u00e0\0\0\0\0\0\u0001\0\b\0\u0003\0\0\0");
    ident("2.0", "SSH-2.0-x\r\n");
    ident("LF only", "SSH-2.0-x\n");
    ident("two returns", "SSH-2.0-x\r\r\n");
    ident("1.99", "SSH-1.99-x\r\n");
    ident("2.1", "SSH-2.1-x\r\n");
    ident("2.99", "SSH-2.99-x\r\n");
    ident("spaces in numbers", "SSH- 2. 0-x\r\n");
    ident("plus", "SSH-+2.0-x\r\n");
    ident("253 bytes", "SSH-2.0-" + "x".repeat(245) + "\r\n");
    ident("300 bytes", "SSH-2.0-" + "x".repeat(292) + "\r\n");
    ident("8000 bytes", "SSH-2.0-" + "x".repeat(7992) + "\r\n");
    ident("8192 bytes", "SSH-2.0-" + "x".repeat(8184) + "\r\n");
    text("8193 bytes", "SSH-2.0-" + "x".repeat(8185) + "\r\n");
    ident("libssh", "SSH-2.0-libssh_0.9.6\r\n");
    ident("Go", "SSH-2.0-Go\r\n");
    ident("OpenSSH 6.6", "SSH-2.0-OpenSSH_6.6\r\n");
    ident("OpenSSH 6.5", "SSH-2.0-OpenSSH_6.5p1\r\n");
    ident("and text", "SSH-2.0-x\r\nGET / HTTP/1.0\r\n\r\n");
    ident("PuTTY", "SSH-2.0-PuTTY_Release_0.63\r\n");
    ident("WinSCP", "SSH-2.0-WinSCP_release_4.3\r\n");
  }

  private void clear(String name, byte[] bytes) {
    probes.add("packet " + name, ssh -> ssh.ident().raw(bytes).listen());
  }

  private void clearPackets() {
    clear("length 0", RawSsh.forged(0, 0, new byte[16]));
    clear("length 4", RawSsh.forged(4, 4, new byte[16]));
    clear("length 5", RawSsh.forged(5, 4, new byte[16]));
    clear("length 0x40000", RawSsh.forged(0x40000, 4, new byte[16]));
    clear("length 0x40001", RawSsh.forged(0x40001, 4, new byte[16]));
    clear("length 0x3fffc", RawSsh.forged(0x3fffc, 4, new byte[16]));
    clear("length 0xffffffff", RawSsh.forged(-1, 4, new byte[16]));
    clear("length 35000", RawSsh.forged(35_004, 4, new byte[16]));
    clear("length 13", RawSsh.forged(13, 4, new byte[16]));
    clear("padding 0", RawSsh.forged(12, 0, Probes.filled(11, 2)));
    clear("padding 3", RawSsh.forged(12, 3, Probes.filled(11, 2)));
    clear("padding 4", RawSsh.forged(12, 4, Probes.filled(11, 2)));
    clear("padding 10", RawSsh.forged(12, 10, Probes.filled(11, 2)));
    clear("padding 11", RawSsh.forged(12, 11, Probes.filled(11, 2)));
    clear("padding 12", RawSsh.forged(12, 12, Probes.filled(11, 2)));
    clear("padding 255", RawSsh.forged(12, 255, Probes.filled(11, 2)));
    clear("one byte", new byte[] {0});
    clear("seven bytes", new byte[] {0, 0, 0, 12, 4, 2, 0});
    for (int type : new int[] {0, 191, 192, 193, 255}) {
      probes.add(
          "message " + type,
          ssh -> ssh.ident().packet(PayloadWriter.message(type).text("ping")).listen());
    }
  }

  private void early(String name, PayloadWriter payload) {
    byte[] bytes = payload.bytes();
    probes.add("early " + name, ssh -> ssh.ident().packet(bytes).listen());
  }

  private void earlyMessages() {
    early("DISCONNECT", PayloadWriter.message(1).u32(11).text("bye").text(""));
    early("short DISCONNECT", PayloadWriter.message(1).u8(0));
    early("IGNORE", PayloadWriter.message(2).text("x"));
    early("IGNORE of nothing", PayloadWriter.message(2));
    early("UNIMPLEMENTED", PayloadWriter.message(3).u32(0));
    early("short UNIMPLEMENTED", PayloadWriter.message(3));
    early("DEBUG", PayloadWriter.message(4).bool(true).text("x").text(""));
    early("short DEBUG", PayloadWriter.message(4));
    early("SERVICE_REQUEST", PayloadWriter.message(5).text("ssh-userauth"));
    early("SERVICE_ACCEPT", PayloadWriter.message(6).text("ssh-userauth"));
    early("EXT_INFO", PayloadWriter.message(7).u32(0));
    early("8", PayloadWriter.message(8));
    early("NEWKEYS", PayloadWriter.message(21));
    early("KEXDH_INIT", PayloadWriter.message(30).string(new byte[32]));
    early("GEX_REQUEST", PayloadWriter.message(34).u32(1).u32(2).u32(3));
    early("49", PayloadWriter.message(49));
    early("USERAUTH_REQUEST", PayloadWriter.message(50).text("root").text("x").text("none"));
    early("USERAUTH_SUCCESS", PayloadWriter.message(52));
    early("GLOBAL_REQUEST", PayloadWriter.message(80).text("x").bool(true));
    early("CHANNEL_OPEN", PayloadWriter.message(90).text("session").u32(0).u32(0).u32(0));
    probes.add(
        "early two messages",
        ssh ->
            ssh.ident()
                .packet(PayloadWriter.message(21))
                .packet(PayloadWriter.message(5).text("x"))
                .listen());
  }
}
