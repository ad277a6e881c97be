package io.opentelemetry.javaagent.costspan.tap.apache5;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.tap.Loopback;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tap in the asynchronous clients, over loopback. */
class Apache5AsyncTapTest {

  private static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> OUTCOME = stringKey("llm.outcome");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  private static final AttributeKey<String> STREAM_END = stringKey("llm.stream.end");

  private static final ContextKey<String> CALLER = ContextKey.named("caller");

  private static final String PATH = "/v1/chat/completions";
  private static final String ASK = "{\"model\":\"gpt-4.1-mini\",\"messages\":[]}";

  private static final String ANSWER = "{\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{"
      + "\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
      + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

  private static final String FIRST_EVENT = "data: {\"model\":\"gpt-4.1-mini-2025-04-14\","
      + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";

  private final InstalledCalls calls = InstalledCalls.install();
  private final CloseableHttpAsyncClient plain = HttpAsyncClients.createDefault();
  private final WatchedAsyncClient client = new WatchedAsyncClient(plain);

  @AfterEach
  void close() throws IOException {
    plain.close();
    calls.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void measuresACallAndLeavesItsBytes(boolean simple) throws Exception {
    plain.start();
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      Future<SimpleHttpResponse> future =
          client.execute(asking(provider, simple), SimpleResponseConsumer.create(), null);

      assertThat(future.get().getBodyText()).isEqualTo(ANSWER);
      assertThat(provider.received()).containsExactly(ASK);
      assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("gpt-4.1-mini");
      assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    }
  }

  @Test
  void takesTheHostThatItIsExecutedWith() throws Exception {
    try (Loopback provider = Loopback.saying("application/json", ANSWER);
        CloseableHttpAsyncClient minimal = HttpAsyncClients.createMinimal()) {
      minimal.start();
      URI url = URI.create(provider.url(PATH));
      new WatchedAsyncClient(minimal)
          .execute(
              new HttpHost("http", url.getHost(), url.getPort()),
              asking(provider, true),
              SimpleResponseConsumer.create())
          .get();

      assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    }
  }

  /** What the callback sends next is another call, under the caller's span. */
  @Test
  void callsBackInTheContextOfTheCaller() throws Exception {
    plain.start();
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (Loopback provider = Loopback.saying("application/json", ANSWER);
        Scope caller = Context.root().with(CALLER, "me").makeCurrent()) {
      client.execute(
          asking(provider, false),
          SimpleResponseConsumer.create(),
          completing(seen, () -> Context.current().get(CALLER)));

      assertThat(seen.get()).isEqualTo("me");
      assertThat(caller).isNotNull();
    }
  }

  @Test
  void isCancelledByTheFuture() throws Exception {
    plain.start();
    try (Loopback provider = Loopback.silent()) {
      Future<SimpleHttpResponse> future =
          client.execute(asking(provider, true), SimpleResponseConsumer.create(), null);
      provider.awaitRequest();

      assertThat(future.cancel(true)).isTrue();
      assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
    }
    // One exchange in fifty is not cancelled with its future, and ends with the connection.
    assertThat(calls.awaitOnlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  /** On a connection that is there already the client does not cancel the exchange. */
  @Test
  void isBilledWhenItsAnswerIsReadAllTheSame() throws Exception {
    PoolingAsyncClientConnectionManager pool = new PoolingAsyncClientConnectionManager();
    try (Loopback provider = Loopback.saying("application/json", ANSWER);
        CloseableHttpAsyncClient pooled =
            HttpAsyncClients.custom().setConnectionManager(pool).build()) {
      pooled.start();
      pooled
          .execute(asking(provider, true), SimpleResponseConsumer.create(), null)
          .get();
      while (pool.getTotalStats().getAvailable() == 0) {
        Thread.onSpinWait();
      }
      provider.hold();
      Future<SimpleHttpResponse> future = new WatchedAsyncClient(pooled)
          .execute(asking(provider, true), SimpleResponseConsumer.create(), null);
      while (provider.received().size() < 2) {
        Thread.onSpinWait();
      }

      future.cancel(true);
      provider.goOn();

      assertThat(calls.awaitOnlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isClosedByAConsumerThatResetsItsStream(boolean minimal) throws Exception {
    LeavingConsumer consumer = new LeavingConsumer(new HttpStreamResetException("no more"));
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT);
        CloseableHttpAsyncClient starting = minimal ? HttpAsyncClients.createMinimal() : plain) {
      starting.start();
      Future<String> future =
          new WatchedAsyncClient(starting).execute(asking(provider, false), consumer, null);

      assertThatThrownBy(future::get).isInstanceOf(Exception.class);
      assertThat(calls.awaitOnlySpan().getAttributes().get(ERROR_TYPE)).isNull();
      assertThat(calls.onlySpan().getAttributes().get(STREAM_END)).isEqualTo("closed");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void failsWhereTheServerBreaksOff(boolean minimal) throws Exception {
    LeavingConsumer consumer = new LeavingConsumer(null);
    try (Loopback provider = Loopback.breakingOffAfter("text/event-stream", FIRST_EVENT);
        CloseableHttpAsyncClient starting = minimal ? HttpAsyncClients.createMinimal() : plain) {
      starting.start();
      new WatchedAsyncClient(starting).execute(asking(provider, false), consumer, null);
      consumer.awaitBytes();

      provider.close();

      assertThat(calls.awaitOnlySpan().getAttributes().get(ERROR_TYPE))
          .isEqualTo("org.apache.hc.core5.http.ConnectionClosedException");
      assertThat(calls.onlySpan().getAttributes().get(STREAM_END)).isEqualTo("failed");
    }
  }

  @Test
  void failsWhereThereIsNoExchangeToBeToldOf() throws IOException {
    try (Loopback provider = Loopback.silent()) {
      Future<SimpleHttpResponse> future =
          client.execute(asking(provider, true), SimpleResponseConsumer.create(), null);

      assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class); // not started
      assertThat(calls.awaitOnlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
    }
  }

  private static AsyncRequestProducer asking(Loopback provider, boolean simple) {
    if (!simple) {
      return AsyncRequestBuilder.post(provider.url(PATH))
          .setEntity(ASK, ContentType.APPLICATION_JSON)
          .build();
    }
    SimpleHttpRequest request = new SimpleHttpRequest("POST", URI.create(provider.url(PATH)));
    request.setBody(ASK, ContentType.APPLICATION_JSON);
    return SimpleRequestProducer.create(request);
  }

  private static FutureCallback<SimpleHttpResponse> completing(
      CompletableFuture<String> seen, Supplier<String> value) {
    return new FutureCallback<>() {
      @Override
      public void completed(SimpleHttpResponse response) {
        seen.complete(value.get());
      }

      @Override
      public void failed(Exception failure) {
        seen.completeExceptionally(failure);
      }

      @Override
      public void cancelled() {
        seen.cancel(true);
      }
    };
  }
}
