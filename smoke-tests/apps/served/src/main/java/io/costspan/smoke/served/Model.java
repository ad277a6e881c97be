package io.costspan.smoke.served;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Calls a model over {@code java.net.http}. */
final class Model {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  Model(String url) {
    this.url = url;
  }

  /** The status of the answer. */
  int call(int number) {
    return callAsync(number).join();
  }

  CompletableFuture<Integer> callAsync(int number) {
    String body = """
        {"model":"gpt-4.1-mini","max_completion_tokens":%d,"user":"u-%d","metadata":{"team":"t-1"},\
        "messages":[{"role":"user","content":"hello"}]}""".formatted(number, number);
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
        .header("Authorization", "Bearer sk-smoke-test")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
    return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
  }
}
