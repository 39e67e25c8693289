package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ipenum.OpenPorts.Listener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPortsTest {
  private static final String REST =
      " 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ";

  @Test
  void findsWhatListens() throws IOException {
    assertThat(
            parse(
                "   0: 00000000:238C" + REST + "11",
                "   1: 0200000A:0016" + REST + "12",
                "   2: 00000000:1F90 0100007F:1F90 01 00000000:00000000 00:00000000 0 0 0 13",
                "   3: 00000000:0017" + REST + "14"))
        .containsExactly(new Listener(9100, "11"), new Listener(22, "12"));
    assertThat(parse("   0: 00000000000000000000000000000000:0016" + REST + "15", ""))
        .containsExactly(new Listener(22, "15"));
  }

  @Test
  void whatListensOnTheLoopbackIsClosedToOthers() throws IOException {
    assertThat(
            parse(
                "   0: 0100007F:238C" + REST + "11",
                "   1: 00000000000000000000000001000000:238C" + REST + "12",
                "   2: 0000000000000000FFFF00000100007F:238C" + REST + "13",
                "   3: 00000000:0050" + REST + "14"))
        .containsExactly(new Listener(80, "14"));
  }

  @Test
  void knowsWhichAreOurs() throws IOException {
    int port;
    OpenPorts open;
    try (var server = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      port = server.getLocalPort();
      open = OpenPorts.read(OpenPorts.NONE);
      assertThat(open.all()).contains(port);
      assertThat(open.ours()).contains(port);
      assertThat(OpenPorts.read(open)).isSameAs(open);
    }
    assertThat(OpenPorts.read(open).all()).doesNotContain(port);
  }

  private static List<Listener> parse(String... lines) throws IOException {
    String text = "  sl  local_address rem_address   st\n" + String.join("\n", lines);
    return OpenPorts.parse(new BufferedReader(new StringReader(text)));
  }
}
