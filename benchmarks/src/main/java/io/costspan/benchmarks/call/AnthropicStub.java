package io.costspan.benchmarks.call;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** A client of anthropic-java whose transport answers from memory. */
final class AnthropicStub implements HttpClient {
  private static final Headers HEADERS = Headers.builder()
      .put("Content-Type", "application/json")
      .put("request-id", "req_011CT4f0c2b8e7d")
      .build();

  private final byte[] answer;

  private AnthropicStub(byte[] answer) {
    this.answer = answer;
  }

  static AnthropicClient answering(byte[] json) {
    return new AnthropicClientImpl(ClientOptions.builder()
        .httpClient(new AnthropicStub(json))
        .putHeader("x-api-key", "sk-ant-benchmark")
        .maxRetries(0)
        .build());
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    request.body().ifPresent(body -> body.writeTo(OutputStream.nullOutputStream()));
    return new Answer(new ByteArrayInputStream(answer));
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.completedFuture(execute(request, options));
  }

  @Override
  public void close() {}

  private record Answer(InputStream body) implements HttpResponse {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Headers headers() {
      return HEADERS;
    }

    @Override
    public void close() {}
  }
}
