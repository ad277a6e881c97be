package io.costspan.smoke.webclient;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.OpenAiJson;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

/** OpenAI's chat, Responses and embeddings over Spring's WebClient. */
final class Reactive implements LlmSdk {
  private static final String CHAT = "/v1/chat/completions";
  private static final String AUTHORIZATION = "Bearer sk-smoke-test";
  private static final boolean KEY_WHEN_REFUSED = Boolean.getBoolean("key.when.refused");

  private final WebClient client;

  private Reactive(WebClient client) {
    this.client = client;
  }

  static LlmSdk connect(String url, int maxRetries) {
    HttpClient http = HttpClient.create()
        .protocol(protocols())
        .compress(true)
        .followRedirect(Boolean.getBoolean("follow.redirects"));
    WebClient.Builder builder = WebClient.builder();
    if (KEY_WHEN_REFUSED) {
      http = Keys.sendingWhenRefused(http, AUTHORIZATION);
    } else {
      builder.defaultHeader("Authorization", AUTHORIZATION);
    }
    return new Reactive(builder
        .baseUrl(url)
        .clientConnector(new ReactorClientHttpConnector(http))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
        .build());
  }

  private static HttpProtocol[] protocols() {
    return Boolean.getBoolean("http2.over.tls")
        ? new HttpProtocol[] {HttpProtocol.H2, HttpProtocol.HTTP11}
        : new HttpProtocol[] {HttpProtocol.HTTP11};
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.LATE_SPANS,
        Feature.CANCELLATION,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.SERVICE_TIERS,
        Feature.RESPONSES,
        Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return text(post(CHAT, OpenAiJson.chat(ask))).block();
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return text(post(CHAT, OpenAiJson.chat(ask))).toFuture();
  }

  @Override
  public Chunks stream(Ask ask) {
    Stream<String> events = events(CHAT, OpenAiJson.chatStream(ask)).toStream(1);
    return new Chunks(events, events::close);
  }

  /** With a body that is written in several pieces. */
  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    String json = OpenAiJson.chatStream(ask);
    Flux<String> pieces = Flux.just(json.substring(0, 20), json.substring(20));
    return client
        .post()
        .uri(CHAT)
        .contentType(MediaType.APPLICATION_JSON)
        .body(BodyInserters.fromDataBuffers(pieces.map(piece ->
            DefaultDataBufferFactory.sharedInstance.wrap(piece.getBytes(StandardCharsets.UTF_8)))))
        .retrieve()
        .bodyToFlux(String.class)
        .takeUntil("[DONE]"::equals)
        .subscribe(
            onChunk,
            failure -> onEnd.accept(Optional.of(failure)),
            () -> onEnd.accept(Optional.empty()));
  }

  @Override
  public Object responses(Ask ask) {
    return text(post("/v1/responses", OpenAiJson.responses(ask, false))).block();
  }

  @Override
  public Chunks responsesStream(Ask ask) {
    Stream<String> events =
        events("/v1/responses", OpenAiJson.responses(ask, true)).toStream(1);
    return new Chunks(events, events::close);
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return text(post("/v1/embeddings", OpenAiJson.embeddings(ask, base64))).block();
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  /** Without the address of the provider, which is another one each time. */
  private static Mono<String> text(RequestHeadersSpec<?> request) {
    return request
        .retrieve()
        .bodyToMono(String.class)
        .onErrorMap(
            WebClientResponseException.class,
            e -> new IllegalStateException(e.getStatusCode() + " " + e.getResponseBodyAsString()));
  }

  private Flux<String> events(String path, String json) {
    return post(path, json).retrieve().bodyToFlux(String.class);
  }

  private RequestHeadersSpec<?> post(String path, String json) {
    return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(json);
  }
}
