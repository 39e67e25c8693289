package io.honeypods.decoy.net;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** How sockets are served: native epoll where the kernel and the library are there, else NIO. */
public enum Transport {
  EPOLL("epoll", EpollServerSocketChannel.class),
  NIO("nio", NioServerSocketChannel.class);

  private final String id;
  private final Class<? extends ServerChannel> serverChannel;

  Transport(String id, Class<? extends ServerChannel> serverChannel) {
    this.id = id;
    this.serverChannel = serverChannel;
  }

  public static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  public String id() {
    return id;
  }

  Class<? extends ServerChannel> serverChannel() {
    return serverChannel;
  }

  IoHandlerFactory ioHandler() {
    return switch (this) {
      case EPOLL -> EpollIoHandler.newFactory();
      case NIO -> NioIoHandler.newFactory();
    };
  }
}
