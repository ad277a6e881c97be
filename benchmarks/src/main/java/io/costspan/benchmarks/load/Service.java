package io.costspan.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Executors;

/** Answers each request with what a model streams, piece by piece. */
final class Service {
  private static final int THREADS = 200;

  private final ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
      .model("gpt-4.1-mini")
      .addUserMessage("What does a token cost when the cache is warm?")
      .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
      .build();
  private final OpenAIClient model;
  private final HttpServer server;

  Service(String providerUrl) throws IOException {
    model = OpenAIOkHttpClient.builder()
        .baseUrl(providerUrl)
        .apiKey("sk-benchmark")
        .maxRetries(0)
        .maxIdleConnections(THREADS)
        .keepAliveDuration(Duration.ofHours(1))
        .build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), THREADS);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/chat", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      stream(exchange);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace(); // the server says nothing, and hangs up
      throw e;
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    try (StreamResponse<ChatCompletionChunk> stream =
        model.chat().completions().createStreaming(question)) {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream body = exchange.getResponseBody()) {
        pass(stream.stream().iterator(), body);
      }
    }
  }

  private static void pass(Iterator<ChatCompletionChunk> chunks, OutputStream body)
      throws IOException {
    while (chunks.hasNext()) {
      for (ChatCompletionChunk.Choice choice : chunks.next().choices()) {
        body.write(choice.delta().content().orElse("").getBytes(UTF_8));
      }
      body.flush();
    }
  }
}
