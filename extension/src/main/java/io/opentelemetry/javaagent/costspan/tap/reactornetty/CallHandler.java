package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Sees one request and its response go by on their channel, on its thread. Reads what it is shown
 * and leaves it as it is: no buffer is retained, and none is released. Goes when the response has
 * been read, so that a pooled channel has none of these.
 */
final class CallHandler extends ChannelDuplexHandler {

  private static final int FIRST_FINAL_STATUS = 200;

  private final Exchange exchange;
  private final NettyRequest request;
  private @Nullable LlmCall call;
  private boolean over;

  CallHandler(Exchange exchange, NettyRequest request) {
    this.exchange = exchange;
    this.request = request;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it is the promise's
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (!over) {
      guarded(() -> written(message));
    }
    context.write(message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!over) {
      guarded(() -> read(message));
    }
    boolean leaves = over;
    context.fireChannelRead(message);
    if (leaves && !context.isRemoved()) {
      context.pipeline().remove(this);
    }
  }

  /** Read timeouts, broken connections: what the application is going to be thrown. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    if (call != null) {
      call.failed(failure);
    }
    context.fireExceptionCaught(failure);
  }

  /** From this side: the application left. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it is the promise's
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (call != null) {
      call.closed();
    }
    context.close(promise);
  }

  /** From the other side. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (call != null) {
      call.endOfBody();
    }
    context.fireChannelInactive();
  }

  private void written(Object message) throws Exception {
    ByteBuf piece = content(message);
    if (message instanceof LastHttpContent) {
      exchange.asked(request.endingWith(piece));
      request.endingWith(null);
    } else if (piece != null) {
      request.keep(piece);
    }
  }

  private void read(Object message) {
    if (message instanceof HttpResponse
        && ((HttpResponse) message).status().code() >= FIRST_FINAL_STATUS) {
      call = exchange.answered(request, (HttpResponse) message);
      over = call == null;
    }
    ByteBuf piece = content(message);
    if (call != null && piece != null) {
      show(piece, call);
    }
    if (call != null && message instanceof LastHttpContent) {
      call.endOfBody();
      over = true;
    }
  }

  private static void show(ByteBuf piece, LlmCall call) {
    if (piece.hasArray()) {
      call.bytes(piece.array(), piece.arrayOffset() + piece.readerIndex(), piece.readableBytes());
      return;
    }
    for (ByteBuffer part : piece.nioBuffers()) {
      call.bytes(part);
    }
  }

  private static @Nullable ByteBuf content(Object message) {
    if (message instanceof ByteBufHolder) {
      return ((ByteBufHolder) message).content();
    }
    return message instanceof ByteBuf ? (ByteBuf) message : null;
  }

  private void guarded(Looking looking) {
    try {
      looking.look();
    } catch (Throwable t) {
      ReactorNettyTap.TAP.failed(t);
      over = true;
    }
  }

  /** What must not throw into the channel. */
  private interface Looking {
    void look() throws Exception;
  }
}
