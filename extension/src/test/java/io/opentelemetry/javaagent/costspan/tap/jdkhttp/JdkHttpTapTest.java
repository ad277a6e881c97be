package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.tap.Loopback;
import io.opentelemetry.javaagent.costspan.tap.Results;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tap in the JDK's client, over loopback. */
class JdkHttpTapTest {

  private static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> OUTCOME = stringKey("llm.outcome");
  private static final AttributeKey<String> STREAM_END = stringKey("llm.stream.end");

  private static final ContextKey<String> CALLER = ContextKey.named("caller");

  private static final String ASK = "{\"model\":\"gpt-4.1-mini\",\"messages\":[]}";

  private static final String ANSWER = "{\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{"
      + "\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
      + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

  private static final String FIRST_EVENT = "data: {\"model\":\"gpt-4.1-mini-2025-04-14\","
      + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";

  private final InstalledCalls calls = InstalledCalls.install();
  private final WatchedClient client = new WatchedClient(HttpClient.newHttpClient());

  @AfterEach
  void close() {
    calls.close();
  }

  /** A way in which applications ask for a body, and in which they read it. */
  private record Way<T>(BodyHandler<T> handler, Function<T, String> reading) {

    String send(WatchedClient client, HttpRequest request) throws Exception {
      return reading.apply(client.send(request, handler).body());
    }

    String sendAsync(WatchedClient client, HttpRequest request) {
      return client
          .sendAsync(request, handler)
          .thenApply(HttpResponse::body)
          .thenApply(reading)
          .join();
    }
  }

  static Stream<Way<?>> ways() {
    return Stream.of(
        new Way<>(BodyHandlers.ofString(), text -> text),
        new Way<>(BodyHandlers.ofByteArray(), bytes -> new String(bytes, UTF_8)),
        new Way<>(BodyHandlers.ofInputStream(), JdkHttpTapTest::read),
        new Way<>(mapped(BodyHandlers.ofInputStream(), JdkHttpTapTest::read), text -> text),
        new Way<>(BodyHandlers.ofLines(), lines -> lines.collect(Collectors.joining())),
        new Way<>(BodyHandlers.ofPublisher(), JdkHttpTapTest::read),
        new Way<>(
            BodyHandlers.buffering(BodyHandlers.ofByteArray(), 7),
            bytes -> new String(bytes, UTF_8)),
        new Way<>(BodyHandlers.discarding(), nothing -> ANSWER));
  }

  @Test
  void theResultsOfABatchAreReadOnce() throws Exception {
    try (Loopback provider = Loopback.saying("application/x-jsonl", Results.OF_ANTHROPIC)) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(provider.url(Results.PATH)))
          .header("anthropic-version", "2023-06-01")
          .build();

      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .isEqualTo(Results.OF_ANTHROPIC);
      assertThat(client.sendAsync(request, BodyHandlers.ofString()).join().body())
          .isEqualTo(Results.OF_ANTHROPIC);
    }
    assertThat(calls.spans()).hasSize(2);
    assertThat(calls.sumOf("llm.cost")).isEqualTo(Results.USD);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theReaderSeesWhatItWouldSeeAndTheCallSeesEachByteOnce(Way<?> way) throws Exception {
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      assertThat(way.send(client, chat(provider, text(ASK)))).isEqualTo(ANSWER);
    }
    assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void soItIsAsynchronously(Way<?> way) throws Exception {
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      assertThat(way.sendAsync(client, chat(provider, text(ASK)))).isEqualTo(ANSWER);
    }
    assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void soItIsOverHttp2(Way<?> way, @TempDir Path directory) throws Exception {
    try (Http2Loopback provider = Http2Loopback.saying("application/json", ANSWER, directory)) {
      HttpClient speaking = HttpClient.newBuilder().sslContext(provider.trust()).build();
      HttpRequest request = chat(provider.url("/v1/chat/completions"), text(ASK));

      assertThat(way.send(new WatchedClient(speaking), request)).isEqualTo(ANSWER);
      assertThat(speaking.send(request, BodyHandlers.discarding()).version())
          .isEqualTo(HttpClient.Version.HTTP_2);
    }
    assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("gpt-4.1-mini");
  }

  static Stream<BodyPublisher> readable() {
    return Stream.of(
        text(ASK), BodyPublishers.ofByteArray(ASK.getBytes(UTF_8)), text(ASK + " ".repeat(50_000)));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void bodiesInMemoryAreReadBeforeTheyAreSent(BodyPublisher body) throws Exception {
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      client.send(chat(provider, body), BodyHandlers.ofString());

      assertThat(provider.received()).singleElement().asString().startsWith(ASK);
    }
    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("gpt-4.1-mini");
  }

  @Test
  void otherBodiesAreLeftToTheClient() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    BodyPublisher once = BodyPublishers.ofInputStream(() -> {
      asked.incrementAndGet();
      return new ByteArrayInputStream(ASK.getBytes(UTF_8));
    });
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      client.send(chat(provider, once), BodyHandlers.ofString());

      assertThat(provider.received()).containsExactly(ASK);
    }
    assertThat(asked).hasValue(1);
    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isNull();
    assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
  }

  @Test
  void closingAStreamEndsTheCall() throws Exception {
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT)) {
      HttpResponse<InputStream> response =
          client.send(chat(provider, text(ASK)), BodyHandlers.ofInputStream());
      byte[] first = response.body().readNBytes(FIRST_EVENT.length());
      assertThat(new String(first, UTF_8)).isEqualTo(FIRST_EVENT);
      assertThat(calls.spans()).isEmpty();

      response.body().close();

      assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
      assertThat(calls.onlySpan().getAttributes().get(STREAM_END)).isEqualTo("closed");
    }
  }

  @Test
  void cancellingWhatIsDerivedFromTheFutureCancelsTheExchange() throws Exception {
    try (Loopback provider = Loopback.silent()) {
      CompletableFuture<HttpResponse<String>> future =
          client.sendAsync(chat(provider, text(ASK)), BodyHandlers.ofString());
      provider.awaitRequest();

      future.thenApply(HttpResponse::body).cancel(true);

      assertThatThrownBy(future::get).hasCauseInstanceOf(CancellationException.class);
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  @Test
  void cancellingTheFutureCancelsTheExchange() throws Exception {
    try (Loopback provider = Loopback.silent()) {
      CompletableFuture<HttpResponse<String>> future =
          client.sendAsync(chat(provider, text(ASK)), BodyHandlers.ofString());
      provider.awaitRequest();

      assertThat(future.cancel(true)).isTrue();
      calls.awaitOnlySpan();
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  /** The client goes on, and the provider bills what it says. */
  @Test
  void cancellingTheFutureAloneIsNoEndOfTheCall() throws Exception {
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      provider.hold();
      CompletableFuture<HttpResponse<String>> future =
          client.sendAsync(chat(provider, text(ASK)), BodyHandlers.ofString());
      provider.awaitRequest();

      assertThat(future.cancel(false)).isTrue();
      provider.goOn();

      assertThat(calls.awaitOnlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    }
  }

  /** The client tells the body's reader that the connection broke, and the future why. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancellingTheFutureWhileTheBodyComesIsNoError(boolean derived) throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    try (Loopback provider = Loopback.stuckAfter("application/json", "{")) {
      CompletableFuture<HttpResponse<String>> future =
          client.sendAsync(chat(provider, text(ASK)), head -> {
            answered.countDown();
            return BodySubscribers.ofString(UTF_8);
          });
      answered.await();

      (derived ? future.thenApply(HttpResponse::body) : future).cancel(true);
      calls.awaitOnlySpan();
    }
    assertThat(calls.onlySpan().getAttributes().get(stringKey("error.type"))).isNull();
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  @Test
  void aTimeoutIsThrownAsItIs() throws Exception {
    try (Loopback provider = Loopback.silent()) {
      HttpRequest impatient = HttpRequest.newBuilder(
              URI.create(provider.url("/v1/chat/completions")))
          .timeout(Duration.ofMillis(50))
          .POST(text(ASK))
          .build();

      assertThatThrownBy(() -> client.send(impatient, BodyHandlers.ofString()))
          .isInstanceOf(HttpTimeoutException.class);
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("timeout");
  }

  @Test
  void whatTheHandlerThrowsReachesTheCaller() throws Exception {
    IllegalStateException theirs = new IllegalStateException("no such type");
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      assertThatThrownBy(() -> client.send(chat(provider, text(ASK)), head -> {
            throw theirs;
          }))
          .satisfies(thrown -> assertThat(root(thrown)).isSameAs(theirs));
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("error");
  }

  @Test
  void callbacksRunInTheContextOfTheCaller() throws Exception {
    CompletableFuture<String> seen;
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT)) {
      try (Scope caller = Context.current().with(CALLER, "me").makeCurrent()) {
        seen = client
            .sendAsync(chat(provider, text(ASK)), BodyHandlers.ofInputStream())
            .thenApply(response -> {
              String found = Context.current().get(CALLER);
              close(response.body());
              return found;
            });
      }
      assertThat(seen.join()).isEqualTo("me");
    }
  }

  @Test
  void nothingIsBegunWithoutARequestOrAHandler() {
    assertThat(JdkHttpTap.begin(null, BodyHandlers.ofString())).isNull();
    assertThat(JdkHttpTap.begin(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1/v1/chat/completions"))
                .build(),
            null))
        .isNull();
    assertThat(calls.failuresAt("tap.jdk-http")).isZero();
  }

  private static HttpRequest chat(Loopback provider, BodyPublisher body) {
    return chat(provider.url("/v1/chat/completions"), body);
  }

  private static HttpRequest chat(String url, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .POST(body)
        .build();
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text);
  }

  private static <T> BodyHandler<String> mapped(
      BodyHandler<T> handler, Function<T, String> reading) {
    return head -> BodySubscribers.mapping(handler.apply(head), reading);
  }

  private static String read(InputStream body) {
    try (body) {
      return new String(body.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Flow.Publisher<List<ByteBuffer>> body) {
    HttpResponse.BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);
    body.subscribe(text);
    return text.getBody().toCompletableFuture().join();
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
