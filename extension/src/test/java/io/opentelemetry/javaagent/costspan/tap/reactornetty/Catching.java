package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

/** Keeps what is thrown in a channel. */
final class Catching extends ChannelInboundHandlerAdapter {

  private final List<Throwable> seen;

  Catching(List<Throwable> seen) {
    this.seen = seen;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    seen.add(failure);
  }
}
