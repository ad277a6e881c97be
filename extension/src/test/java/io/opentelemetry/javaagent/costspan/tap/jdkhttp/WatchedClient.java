package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;

/** The JDK's client with the advice around its methods, as the agent weaves it. */
final class WatchedClient {

  private final HttpClient client;

  WatchedClient(HttpClient client) {
    this.client = client;
  }

  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    Object[] begun = SendAdvice.enter(request, handler);
    Throwable thrown = null;
    try {
      return client.send(request, handlerOf(begun, handler));
    } catch (Throwable t) {
      thrown = t;
      throw t;
    } finally {
      SendAdvice.exit(begun, thrown);
    }
  }

  <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
    Object[] begun = SendAsyncAdvice.enter(request, handler);
    CompletableFuture<HttpResponse<T>> theirs =
        client.sendAsync(request, handlerOf(begun, handler));
    CompletableFuture<HttpResponse<T>> ours = SendAsyncAdvice.exit(begun, theirs, null);
    return ours == null ? theirs : ours;
  }

  @SuppressWarnings("unchecked")
  private static <T> BodyHandler<T> handlerOf(Object[] begun, BodyHandler<T> handler) {
    return begun == null ? handler : (BodyHandler<T>) begun[1];
  }
}
