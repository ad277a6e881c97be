package io.costspan.smoke.apache5;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;

/** A future over the client's callback; cancelling it cancels the exchange. */
final class AsyncCalls extends CompletableFuture<String>
    implements FutureCallback<SimpleHttpResponse> {
  private volatile Future<?> exchange;

  private AsyncCalls() {}

  static CompletableFuture<String> of(
      CloseableHttpAsyncClient client, AsyncRequestProducer request) {
    AsyncCalls future = new AsyncCalls();
    future.exchange = client.execute(request, SimpleResponseConsumer.create(), future);
    return future;
  }

  static CompletableFuture<String> of(CloseableHttpAsyncClient client, SimpleHttpRequest request) {
    AsyncCalls future = new AsyncCalls();
    future.exchange = client.execute(request, future);
    return future;
  }

  /** First the future: the exchange, once cancelled, would complete it in its own way. */
  @Override
  public boolean cancel(boolean mayInterrupt) {
    boolean cancelled = super.cancel(mayInterrupt);
    exchange.cancel(mayInterrupt);
    return cancelled;
  }

  @Override
  public void completed(SimpleHttpResponse response) {
    if (response.getCode() >= 300) {
      completeExceptionally(new Refused(response.getCode(), response.getBodyText()));
    } else {
      complete(response.getBodyText());
    }
  }

  @Override
  public void failed(Exception failure) {
    completeExceptionally(failure);
  }

  @Override
  public void cancelled() {
    super.cancel(true);
  }
}
