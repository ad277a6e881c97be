package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
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
  private static final int FIRST_REDIRECT = 300;

  private final Exchange exchange;
  private final NettyRequest request;
  private @Nullable LlmCall call;
  private @Nullable HttpResponse undecided;
  private boolean closedByServer;
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
    context.fireChannelRead(message);
    if (undecided != null) {
      guarded(() -> decided(message));
    }
    if (over && !context.isRemoved()) {
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

  /** From this side: the application left, or Reactor Netty hears over TLS that the server did. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it is the promise's
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (call != null && closedByServer) {
      call.endOfBody();
    } else if (call != null) {
      call.closed();
    }
    context.close(promise);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslCloseCompletionEvent) {
      closedByServer = ((SslCloseCompletionEvent) event).isSuccess();
    }
    context.fireUserEventTriggered(event);
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
    Throwable failure =
        message instanceof HttpObject ? ((HttpObject) message).decoderResult().cause() : null;
    if (failure != null) {
      broken(failure);
      return;
    }
    if (message instanceof HttpResponse) {
      head((HttpResponse) message);
    }
    ByteBuf piece = content(message);
    if (call != null && piece != null) {
      show(piece, call);
    }
    endIfLast(message);
  }

  /** A head that cannot be decoded is no answer: the subscriber of the exchange is told. */
  private void broken(Throwable failure) {
    if (call != null) {
      call.failed(failure);
    }
    over = true;
  }

  private void endIfLast(Object message) {
    if (call != null && message instanceof LastHttpContent) {
      call.endOfBody();
      over = true;
    }
  }

  /**
   * Whether the request is sent again is decided behind us, while the head is handed on: elsewhere
   * for a redirect, or, since 1.3, with what a refusal asked for.
   */
  private void head(HttpResponse head) {
    int status = head.status().code();
    if (status >= FIRST_REDIRECT) {
      over = !exchange.mayBeAnswered(request, this);
      undecided = over ? null : head;
    } else if (status >= FIRST_FINAL_STATUS) {
      call = exchange.answered(request, head);
      over = call == null;
    }
  }

  /** The application is about to be given the head that was undecided. */
  void answers(LlmCall answered) {
    if (undecided != null) {
      exchange.responded(answered, undecided);
      call = answered;
    }
  }

  /** What the application was not given is no answer: that comes to another handler. */
  private void decided(Object head) {
    undecided = null;
    exchange.decided();
    over = call == null;
    endIfLast(head);
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
