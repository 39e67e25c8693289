package io.honeypods.decoy.event;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** One end of a flow. */
public record Peer(InetAddress address, int port) {
  public static Peer of(InetSocketAddress socket) {
    return new Peer(socket.getAddress(), socket.getPort());
  }

  /** The address as text, without the scope of a link-local one. */
  public String ip() {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }
}
