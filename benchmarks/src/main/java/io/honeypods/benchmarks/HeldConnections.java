package io.honeypods.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens connections that say nothing and holds them: {@code HeldConnections PORT COUNT}; prints
 * {@code held N} when all are open and ends with its stdin.
 */
final class HeldConnections {
  private static final int PER_SOURCE = 500;

  private HeldConnections() {}

  public static void main(String[] arguments) throws IOException {
    var server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    List<SocketChannel> held = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.bind(new InetSocketAddress(source(i), 0));
      channel.connect(server);
      held.add(channel);
    }
    System.out.println("held " + held.size());
    while (System.in.read() >= 0) {}
    for (SocketChannel channel : held) {
      channel.close();
    }
  }

  private static InetAddress source(int connection) {
    int source = connection / PER_SOURCE;
    return InetAddress.ofLiteral("127.0." + (1 + source / 250) + "." + (1 + source % 250));
  }
}
