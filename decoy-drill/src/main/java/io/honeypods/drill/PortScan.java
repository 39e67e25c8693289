package io.honeypods.drill;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections to ports of services that clusters often have, without 22, 3306 and 8888, which other
 * attacks try. A connection carries no mark; those beside it in the same minute do.
 */
final class PortScan {
  private static final List<Integer> PORTS =
      List.of(21, 23, 25, 80, 110, 139, 445, 1433, 2375, 5432, 6379, 8080, 9200, 10250, 27017);
  private static final int PATIENCE_MILLIS = 500;

  private PortScan() {}

  static String run(String host) throws IOException {
    var open = new ArrayList<Integer>();
    var address = new InetSocketAddress(host, 0);
    if (address.isUnresolved()) {
      throw new ConnectException(host + " is unknown");
    }
    for (int port : PORTS) {
      if (isOpen(new InetSocketAddress(address.getAddress(), port))) {
        open.add(port);
      }
    }
    return "tried " + PORTS.size() + " ports, open: " + (open.isEmpty() ? "none" : open);
  }

  private static boolean isOpen(InetSocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address, PATIENCE_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
