package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.eventstream.EventStreamResponseHandler;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * Shows a call the events that the application's handler is given. The SDK may start a response
 * over; the last head begins anew, and the future alone says how it ended. What the application
 * does with it all runs in the context that it called from: its next call is no part of this one.
 */
abstract class TeeHandler<R extends SdkResponse, E> implements EventStreamResponseHandler<R, E> {

  private final EventStreamResponseHandler<R, E> handler;
  private final LlmCall call;

  TeeHandler(EventStreamResponseHandler<R, E> handler, LlmCall call) {
    this.handler = handler;
    this.call = call;
  }

  @Override
  public void responseReceived(R response) {
    BedrockTap.head(response, call);
    call.runAsCaller(() -> handler.responseReceived(response));
  }

  @Override
  public void onEventStream(SdkPublisher<E> publisher) {
    call.runAsCaller(() -> handler.onEventStream(
        subscriber -> publisher.subscribe(new TeeSubscriber<>(subscriber, call))));
  }

  @Override
  public void exceptionOccurred(Throwable failure) {
    call.runAsCaller(() -> handler.exceptionOccurred(failure));
  }

  @Override
  public void complete() {
    call.endOfBody();
    call.runAsCaller(handler::complete);
  }

  final @Nullable CompletableFuture<Void> finish(
      @Nullable CompletableFuture<Void> future, @Nullable Throwable failure) {
    return BedrockTap.STREAMS.finishAsync(call, future, failure);
  }
}
