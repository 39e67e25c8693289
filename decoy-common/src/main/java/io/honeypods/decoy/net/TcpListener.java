package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Peer;
import io.honeypods.decoy.event.ShedReason;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A bound port that holds a {@link Service}'s conversation with whoever connects. */
public final class TcpListener implements AutoCloseable {

  /** As many as Linux allows by default: a full queue costs a visitor a second and more. */
  private static final int BACKLOG = 4096;

  private static final int READ_BYTES = 4096;

  private final Channel channel;
  private final Future<?> tick;

  private TcpListener(Channel channel, Future<?> tick) {
    this.channel = channel;
    this.tick = tick;
  }

  static <I, O> TcpListener open(Network network, Service<I, O> service) {
    var shedLog =
        new ShedLog((flow, event) -> new Visit<>(network, service, flow).session().saw(event));
    var bootstrap =
        new ServerBootstrap()
            .group(network.loops())
            .channel(network.transport().serverChannel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .handler(new AcceptFaults(service.key()))
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
            .childHandler(child(network, service, shedLog));
    if (network.transport() == Transport.EPOLL) {
      bootstrap.option(SynReader.SAVE_SYN, 1);
    }
    ChannelFuture bound = bootstrap.bind(service.endpoint().address()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new PortInUseException(service, bound.cause());
    }
    Future<?> tick = network.loops().scheduleWithFixedDelay(shedLog::tick, 1, 1, TimeUnit.SECONDS);
    return new TcpListener(bound.channel(), tick);
  }

  /** Where it listens, with the port that port 0 became. */
  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public void close() {
    tick.cancel(false);
    channel.close().awaitUninterruptibly();
  }

  private static <I, O> ChannelHandler child(
      Network network, Service<I, O> service, ShedLog shedLog) {
    Admission admission = network.admission(service);
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel child) {
        if (!(child.remoteAddress() instanceof InetSocketAddress peer)
            || !(child.localAddress() instanceof InetSocketAddress self)) {
          child.close(); // gone before it was looked at
          return;
        }
        var flow = new Flow(Peer.of(peer), Peer.of(self), Flow.Transport.TCP);
        ShedReason refused = admission.admit(flow.source().address());
        if (refused == null) {
          child.closeFuture().addListener(_ -> admission.release(flow.source().address()));
          network.sessions().add(child);
          new Visit<>(network, service, flow).attach(child.pipeline());
        } else {
          child.close();
          shedLog.shed(flow, refused);
        }
      }
    };
  }
}
