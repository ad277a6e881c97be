package io.costspan.smoke.okhttp;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.RawAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSources;

/**
 * A client as people write it who want no SDK: OpenAI's JSON over OkHttp, in words that compile with
 * 3.14 and with 5.
 */
final class HomeMade implements LlmSdk {
  private final OkHttpClient http;
  private final Requests requests;

  private HomeMade(OkHttpClient http, Requests requests) {
    this.http = http;
    this.requests = requests;
  }

  static LlmSdk connect(String url, int maxRetries) {
    OkHttpClient.Builder http = new OkHttpClient.Builder().addInterceptor(new Retries(maxRetries));
    if (Boolean.getBoolean("http2.without.tls")) {
      http.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    return connect(http, url);
  }

  /** Keeps no connection, whose cleaner would keep the application's class loader for minutes. */
  static LlmSdk connectBriefly(String url, int maxRetries) {
    ConnectionPool pool = new ConnectionPool(0, 1, TimeUnit.SECONDS);
    return connect(new OkHttpClient.Builder().connectionPool(pool), url);
  }

  private static LlmSdk connect(OkHttpClient.Builder http, String url) {
    return new HomeMade(http.build(), new Requests(url + "/v1/"));
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(
        Feature.RAW_RESPONSES,
        Feature.WITH_OPTIONS,
        Feature.SERVICE_TIERS,
        Feature.RESPONSES,
        Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return text(requests.chat(ask, false));
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return Calls.future(http.newCall(requests.chat(ask, false)));
  }

  @Override
  public Chunks stream(Ask ask) {
    return Calls.events(good(requests.chat(ask, true)));
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return EventSources.createFactory(http)
        .newEventSource(requests.chat(ask, true), new Listener(onChunk, onEnd));
  }

  @Override
  public RawAnswer raw(Ask ask) {
    Response response = execute(requests.chat(ask, false));
    String id = String.valueOf(response.header("x-request-id"));
    return new RawAnswer(response.code(), id, () -> Calls.text(response), response::close);
  }

  /** Shares the other's connections, and its interceptors. */
  @Override
  public LlmSdk withOptions() {
    return new HomeMade(http.newBuilder().retryOnConnectionFailure(false).build(), requests);
  }

  @Override
  public LlmSdk hasty() {
    return new HomeMade(http.newBuilder().callTimeout(1, TimeUnit.SECONDS).build(), requests);
  }

  @Override
  public Object responses(Ask ask) {
    return text(requests.responses(ask, false));
  }

  @Override
  public Chunks responsesStream(Ask ask) {
    return Calls.events(good(requests.responses(ask, true)));
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return text(requests.embeddings(ask, base64));
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  private String text(Request request) {
    return Calls.text(good(request));
  }

  private Response good(Request request) {
    Response response = execute(request);
    if (!response.isSuccessful()) {
      throw new IllegalStateException(response.code() + " " + Calls.text(response));
    }
    return response;
  }

  private Response execute(Request request) {
    try {
      return http.newCall(request).execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
