package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Shows a call what the consumer of a response is given, when it is given; everything, capacity
 * above all, passes as it is. To be released is no end: a client that gives a response up does that
 * first, and then says why. What a consumer does as it is released, which may be to cancel the
 * future, and the client to that, comes in between and is no reason.
 */
final class TeeConsumer<T> implements AsyncResponseConsumer<T> {

  private final AsyncResponseConsumer<T> consumer;
  private final LlmCall call;
  private volatile boolean cancelled;
  private volatile @Nullable Thread releasing;
  private volatile @Nullable Exception reset;

  TeeConsumer(AsyncResponseConsumer<T> consumer, LlmCall call) {
    this.consumer = consumer;
    this.call = call;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails body,
      HttpContext context,
      FutureCallback<T> result)
      throws HttpException, IOException {
    call.headers(response.getCode(), name -> Apache5Tap.valueOf(response.getFirstHeader(name)));
    if (body == null) {
      call.endOfBody();
    }
    consumer.consumeResponse(response, body, context, result);
  }

  /**
   * The future was cancelled, which is no end by itself: on a connection of its pool the client does
   * not cancel the exchange, and the answer comes, is read, and has its price.
   */
  void cancelled() {
    cancelled = cancelled || !isReleasing();
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    consumer.informationResponse(response, context);
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    try {
      consumer.updateCapacity(capacity);
    } catch (HttpStreamResetException e) {
      reset = e;
      throw e;
    }
  }

  @Override
  public void consume(ByteBuffer bytes) throws IOException {
    call.bytes(bytes);
    try {
      consumer.consume(bytes);
    } catch (HttpStreamResetException e) {
      reset = e;
      throw e;
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers)
      throws HttpException, IOException {
    call.endOfBody();
    consumer.streamEnd(trailers);
  }

  @Override
  public void failed(Exception cause) {
    if (!isReleasing()) {
      end(cause);
    }
    consumer.failed(cause);
  }

  /** A consumer that leaves throws a reset without a cause; a server's it has not thrown. */
  private void end(Exception cause) {
    if (cause == reset && cause.getCause() == null) {
      call.closed();
    } else if (cancelled) {
      call.failed(new CancellationException("the future was cancelled"));
    } else {
      call.failed(cause);
    }
  }

  @Override
  public void releaseResources() {
    boolean outermost = !isReleasing();
    releasing = Thread.currentThread();
    try {
      consumer.releaseResources();
    } finally {
      if (outermost) {
        releasing = null;
      }
    }
  }

  private boolean isReleasing() {
    return releasing == Thread.currentThread();
  }
}
