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
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Shows a call what the consumer of a response is given, when it is given; everything, capacity
 * above all, passes as it is. To be released is no end: a client that gives a response up does that
 * first, and then says why.
 */
final class TeeConsumer<T> implements AsyncResponseConsumer<T> {

  private final AsyncResponseConsumer<T> consumer;
  private final LlmCall call;
  private volatile boolean responded;

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
    responded = true;
    call.headers(response.getCode(), name -> Apache5Tap.valueOf(response.getFirstHeader(name)));
    if (body == null) {
      call.endOfBody();
    }
    consumer.consumeResponse(response, body, context, result);
  }

  /** The future was cancelled; once a response has come, how it ends is a matter of its body. */
  void cancelled() {
    if (!responded) {
      call.failed(new CancellationException("cancelled before there was a response"));
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    consumer.informationResponse(response, context);
  }

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    consumer.updateCapacity(capacity);
  }

  @Override
  public void consume(ByteBuffer bytes) throws IOException {
    call.bytes(bytes);
    consumer.consume(bytes);
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers)
      throws HttpException, IOException {
    call.endOfBody();
    consumer.streamEnd(trailers);
  }

  @Override
  public void failed(Exception cause) {
    call.failed(cause);
    consumer.failed(cause);
  }

  @Override
  public void releaseResources() {
    consumer.releaseResources();
  }
}
