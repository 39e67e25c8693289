package io.honeypods.decoy.net;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a failed accept, such as one for want of file descriptors; the acceptor behind it then
 * pauses for a second and goes on.
 */
@Sharable
final class AcceptFaults extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptFaults.class);

  private final String key;

  AcceptFaults(String key) {
    this.key = key;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.warn("{}: accept failed, pausing for a second: {}", key, cause.getMessage());
    ctx.fireExceptionCaught(cause);
  }
}
