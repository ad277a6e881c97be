package io.costspan.smoke.jdk;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** OpenAI's chat and embeddings over {@code java.net.http}, with the body handlers that people use. */
final class JdkClient implements LlmSdk {
  private final HttpClient client = HttpClient.newBuilder()
      .followRedirects(Boolean.getBoolean("follow.redirects") ? Redirect.ALWAYS : Redirect.NEVER)
      .build();
  private final Requests requests;

  private JdkClient(String url) {
    this.requests = new Requests(url);
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new JdkClient(url);
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.READING_EVENT_BY_EVENT,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.SERVICE_TIERS,
        Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return successful(send(requests.chat(ask), BodyHandlers.ofString()));
  }

  /**
   * A future of its own: whether one that is derived from the client's counts as cancelled when it
   * was cancelled is a race inside the JDK.
   */
  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(requests.chat(ask), BodyHandlers.ofString());
    CompletableFuture<String> answer = new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return super.cancel(mayInterruptIfRunning) && exchange.cancel(mayInterruptIfRunning);
      }
    };
    exchange.thenApply(JdkClient::successful).whenComplete((body, failure) -> {
      if (failure == null) {
        answer.complete(body);
      } else {
        answer.completeExceptionally(failure);
      }
    });
    return answer;
  }

  /** Half of the calls read lines, half of them bytes. */
  @Override
  public Chunks stream(Ask ask) {
    HttpRequest request = requests.chatStream(ask);
    if (ask.number() % 2 == 0) {
      Stream<String> lines = send(request, BodyHandlers.ofLines()).body();
      return new Chunks(lines, lines::close);
    }
    InputStream bytes = send(request, BodyHandlers.ofInputStream()).body();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    return new Chunks(reader.lines(), () -> close(reader));
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    Lines lines = new Lines(onChunk, onEnd);
    CompletableFuture<?> exchange =
        client.sendAsync(requests.chatStream(ask), BodyHandlers.fromLineSubscriber(lines));
    exchange.whenComplete((response, failure) -> lines.unlessBegun(failure));
    return exchange;
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return successful(send(requests.embeddings(ask, base64), BodyHandlers.ofString()));
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String successful(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new Refused(response.statusCode(), response.body());
    }
    return response.body();
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
