package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/**
 * A callback that runs in the context that the application called from, since the next call that it
 * issues is not part of this one. A failure that came before there was an exchange ends the call.
 */
final class TeeCallback<T> implements FutureCallback<T> {

  private final @Nullable FutureCallback<T> callback;
  private final TeeConsumer<?> consumer;
  private final LlmCall call;

  TeeCallback(@Nullable FutureCallback<T> callback, TeeConsumer<?> consumer, LlmCall call) {
    this.callback = callback;
    this.consumer = consumer;
    this.call = call;
  }

  @Override
  public void completed(T result) {
    if (callback != null) {
      call.runAsCaller(() -> callback.completed(result));
    }
  }

  @Override
  public void failed(Exception failure) {
    call.failed(failure);
    if (callback != null) {
      call.runAsCaller(() -> callback.failed(failure));
    }
  }

  @Override
  public void cancelled() {
    consumer.cancelled();
    if (callback != null) {
      call.runAsCaller(callback::cancelled);
    }
  }
}
