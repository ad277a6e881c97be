package io.opentelemetry.javaagent.costspan.tap.apache5;

import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;

/** An asynchronous client with the advice around its methods, as the agent weaves it. */
final class WatchedAsyncClient {

  private final CloseableHttpAsyncClient client;

  WatchedAsyncClient(CloseableHttpAsyncClient client) {
    this.client = client;
  }

  @SuppressWarnings("unchecked")
  <T> Future<T> execute(
      AsyncRequestProducer request, AsyncResponseConsumer<T> response, FutureCallback<T> callback) {
    Object[] begun = AsyncExecuteAdvice.enter(request, response, callback);
    Future<T> future = begun == null
        ? client.execute(request, response, null, null, callback)
        : client.execute(
            request, (AsyncResponseConsumer<T>) begun[1], null, null, (FutureCallback<T>) begun[2]);
    AsyncExecuteAdvice.exit(begun, null);
    return future;
  }

  @SuppressWarnings("unchecked")
  <T> Future<T> execute(
      HttpHost host, AsyncRequestProducer request, AsyncResponseConsumer<T> response) {
    Object[] begun = AsyncExecuteAtHostAdvice.enter(host, request, response, null);
    Future<T> future = client.execute(
        host, request, (AsyncResponseConsumer<T>) begun[1], null, null, (FutureCallback<T>)
            begun[2]);
    AsyncExecuteAtHostAdvice.exit(begun, null);
    return future;
  }
}
