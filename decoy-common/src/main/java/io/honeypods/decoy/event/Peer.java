package io.honeypods.decoy.event;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One end of a flow.
 *
 * @param ip the address as text, without the scope of a link-local one
 */
public record Peer(InetAddress address, int port, String ip) {
  public Peer(InetAddress address, int port) {
    this(address, port, text(address));
  }

  public static Peer of(InetSocketAddress socket) {
    return new Peer(socket.getAddress(), socket.getPort());
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }
}
