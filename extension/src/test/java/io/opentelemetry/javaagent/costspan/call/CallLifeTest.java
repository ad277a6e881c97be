package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallLifeTest {

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aReadAnswerIsOnePricedSpan() throws IOException {
    LlmCall call = sent(FakeRequest.chat());
    call.headers(200, Heads.of("application/json"));

    assertThat(readAll(new TeeInputStream(Answers.body(Answers.JSON), call)))
        .isEqualTo(Answers.JSON);

    SpanData span = calls.onlySpan();
    assertThat(span.getName()).isEqualTo("chat gpt-4.1-mini");
    assertThat(text(span, "llm.outcome")).isEqualTo("success");
    assertThat(text(span, "llm.stream.end")).isNull();
    assertThat(span.getAttributes().get(longKey("gen_ai.usage.input_tokens"))).isEqualTo(1000);
    // (1000 × 0.40 + 100 × 1.60) / 1e6
    assertThat(span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00056);
  }

  /** Some models cost more there, and no source says which: unknown, not the plain price. */
  @Test
  void aCallToAResidencyHostIsNotPricedAtThePlainRate() throws IOException {
    LlmCall call = sent(FakeRequest.chatAt("https://eu.api.openai.com/"));
    call.headers(200, Heads.of("application/json"));
    readAll(new TeeInputStream(Answers.body(Answers.JSON), call));

    assertThat(text(calls.onlySpan(), "llm.unpriced.reason")).isEqualTo("no_price_for_unit");
  }

  @Test
  void aStreamEndsAtItsTerminalEventAndNotAtItsClose() throws IOException {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("text/event-stream; charset=utf-8"));
    TeeInputStream body = new TeeInputStream(Answers.body(Answers.STREAM), call);

    body.readNBytes(Answers.STREAM.length());

    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("complete");
    body.close();
    call.closed();
    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void aStreamThatIsClosedEarlyIsCancelledAndNotPriced() throws IOException {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("text/event-stream"));
    TeeInputStream body = new TeeInputStream(Answers.body(Answers.STREAM), call);

    body.readNBytes(Answers.CHUNK.length());
    body.close();

    SpanData span = calls.onlySpan();
    assertThat(text(span, "llm.stream.end")).isEqualTo("closed");
    assertThat(text(span, "llm.outcome")).isEqualTo("cancelled");
    assertThat(text(span, "llm.unpriced.reason")).isEqualTo("no_usage");
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"))).isNull();
  }

  @Test
  void whatTheBodyThrowsReachesTheReaderAndEndsTheCall() {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("text/event-stream"));
    IOException reset = new IOException("reset");
    InputStream body = new TeeInputStream(
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw reset;
          }
        },
        call);

    assertThatThrownBy(body::read).isSameAs(reset);
    assertThat(text(calls.onlySpan(), "error.type")).isEqualTo("java.io.IOException");
    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("failed");
  }

  @Test
  void whatAReaderIsThrownWhileAnotherThreadClosesIsTheClose() {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("text/event-stream"));

    call.closing();
    call.failed(new IOException("stream closed"));
    call.closed();

    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("cancelled");
    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("closed");
  }

  /** A connection that is closed may say on the reader's thread that there is no more to read. */
  @Test
  void anEndOfTheBytesWhileAnotherThreadClosesIsTheClose() {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("text/event-stream"));

    call.closing();
    call.endOfBody();
    call.closed();

    assertThat(text(calls.onlySpan(), "error.type")).isNull();
    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("cancelled");
    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("closed");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"text/plain", "Text/Event-Stream"})
  void aStreamWhoseTypeTheGatewayForgotIsAStream(String contentType) throws IOException {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of(contentType));
    readAll(new TeeInputStream(Answers.body(Answers.STREAM), call));

    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("complete");
    assertThat(calls.onlySpan().getAttributes().get(doubleKey("gen_ai.usage.cost.amount")))
        .isEqualTo(0.00056); // as above
  }

  @Test
  void anAnswerThatIsNoStreamAlthoughOneWasAskedForIsRead() throws IOException {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("application/json"));
    readAll(new TeeInputStream(Answers.body(Answers.JSON), call));

    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("success");
  }

  @Test
  void attemptsWithBodiesOfTheirOwnLeaveNothingBehind() {
    LlmCall call = LlmCalls.begin(FakeRequest.chat());
    for (int i = 0; i < 3; i++) {
      LlmCalls.attempt(new Object()).end();
    }
    call.leaveThread();
    call.failed(new IOException());

    assertThat(resends(calls.onlySpan())).isEqualTo(2);
    assertThat(LlmCalls.rememberedAttempts()).isZero();
  }

  @Test
  void aRequestThatIsNoLlmCallIsLeftAlone() {
    assertThat(LlmCalls.begin(new FakeRequest("GET", "v1/models", ""))).isNull();
    assertThat(LlmCalls.begin(new FakeRequest("POST", "v1/files", "{}"))).isNull();
    assertThat(calls.spans()).isEmpty();
  }

  @Test
  void aSeamBelowASeamIsTheSameCallWhileInTransport() {
    LlmCall outer = LlmCalls.begin(FakeRequest.chat());

    assertThat(LlmCalls.begin(FakeRequest.chat())).isNull();

    outer.leaveThread();
    outer.failed(new IOException());
    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void aCallThatIsIssuedWhereAnotherOnesHeadArrivedIsACallOfItsOwn() {
    LlmCall first = LlmCalls.begin(FakeRequest.chat());
    Context transport = Context.current();
    first.leaveThread();
    first.headers(200, Heads.of("application/json"));

    LlmCall second = transport.wrapSupplier(() -> sent(FakeRequest.chat())).get();

    assertThat(second).isNotNull();
  }

  @Test
  void theSpanIsCurrentInTransportAndNotAfterwards() {
    LlmCall call = LlmCalls.begin(FakeRequest.chat());
    String inTransport = Span.current().getSpanContext().getSpanId();
    call.leaveThread();

    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    call.failed(new IOException());
    assertThat(calls.onlySpan().getSpanId()).isEqualTo(inTransport);
  }

  @Test
  void aRetryOnAThreadWithoutContextIsFoundByItsBodyAndRunsUnderTheSpan() throws IOException {
    Object body = new Object();
    LlmCall call = LlmCalls.begin(FakeRequest.chat());
    LlmCalls.attempt(body).end();
    call.leaveThread();

    Attempt retry = LlmCalls.attempt(body);
    assertThat(Span.current().getSpanContext().isValid()).isTrue();
    retry.end();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    call.headers(200, Heads.of("application/json"));
    readAll(new TeeInputStream(Answers.body(Answers.JSON), call));

    assertThat(resends(calls.onlySpan())).isEqualTo(1);
    assertThat(LlmCalls.attempt(body)).isNull();
  }

  @Test
  void aClientWithinAClientIsTheSameAttempt() throws IOException {
    Object body = new Object();
    LlmCall call = LlmCalls.begin(FakeRequest.chat());
    Attempt attempt = LlmCalls.attempt(body);
    assertThat(LlmCalls.attempt(body)).isNull();
    attempt.end();
    call.leaveThread();
    call.headers(200, Heads.of("application/json"));
    readAll(new TeeInputStream(Answers.body(Answers.JSON), call));

    assertThat(resends(calls.onlySpan())).isNull();
  }

  @Test
  void anAttemptOfNoCallIsNothing() {
    assertThat(LlmCalls.attempt(new Object())).isNull();
    assertThat(LlmCalls.attempt(null)).isNull();
  }

  @Test
  void aFutureEndsAsItsSourceDoes() {
    RuntimeException failure = new CompletionException(new IOException("refused"));
    CompletableFuture<String> source = new CompletableFuture<>();
    LlmCall call = sent(FakeRequest.chat());

    CompletableFuture<String> teed = TeeFuture.of(source, call, String::toUpperCase, call::failed);
    source.completeExceptionally(failure);

    assertThatThrownBy(teed::join).isSameAs(failure);
    assertThat(text(calls.onlySpan(), "error.type")).isEqualTo("java.io.IOException");
  }

  @Test
  void callbacksOfAFutureRunInTheCallersContext() {
    CompletableFuture<String> source = new CompletableFuture<>();
    LlmCall call = LlmCalls.begin(FakeRequest.chat());
    Context transport = Context.current();
    call.leaveThread();
    AtomicReference<Context> seen = new AtomicReference<>();

    TeeFuture.of(source, call, response -> response, call::failed)
        .thenAccept(response -> seen.set(Context.current()));
    transport.wrapSupplier(() -> source.complete("response")).get();

    assertThat(seen.get()).isSameAs(Context.root());
  }

  @Test
  void cancellingTheFutureCancelsItsSource() {
    CompletableFuture<String> source = new CompletableFuture<>();
    LlmCall call = sent(FakeRequest.chat());

    TeeFuture.of(source, call, response -> response, call::failed).cancel(true);

    assertThat(source).isCancelled();
    assertThatThrownBy(source::join).isInstanceOf(CancellationException.class);
    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("cancelled");
  }

  /** The SDK's own future would not have let itself be cancelled; of ours the response is nobody's. */
  @Test
  void aResponseThatComesWhileTheFutureIsCancelledIsClosed() {
    CompletableFuture<AutoCloseable> source = new CompletableFuture<>();
    AtomicReference<CompletableFuture<AutoCloseable>> teed = new AtomicReference<>();
    AtomicInteger closes = new AtomicInteger();
    LlmCall call = sent(FakeRequest.chat());
    teed.set(TeeFuture.of(
        source,
        call,
        response -> {
          teed.get().cancel(true);
          return () -> call.close(response::close);
        },
        call::failed));

    source.complete(closes::incrementAndGet);

    assertThat(closes).hasValue(1);
    assertThat(teed.get()).isCancelled();
    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("cancelled");
  }

  @Test
  void aResponseThatTheApplicationHasIsNotClosed() {
    AtomicInteger closes = new AtomicInteger();
    AutoCloseable response = closes::incrementAndGet;
    LlmCall call = sent(FakeRequest.chat());

    CompletableFuture<AutoCloseable> teed =
        TeeFuture.of(CompletableFuture.completedFuture(response), call, same -> same, call::failed);

    assertThat(teed.join()).isSameAs(response);
    assertThat(teed.cancel(true)).isFalse();
    assertThat(closes).hasValue(0);
    call.closed();
  }

  @Test
  void aCallThatTheApplicationDroppedIsReaped() throws InterruptedException {
    beginAndDrop();

    calls.collectUntilEnded();

    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("cancelled");
  }

  @Test
  void aDroppedStreamSaysThatItWasReaped() throws InterruptedException {
    LlmCall call = sent(FakeRequest.chatStream());
    call.headers(200, Heads.of("text/event-stream"));
    call = null;

    calls.collectUntilEnded();

    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("reaped");
  }

  /** A chat stream says what it used at its end; what is not known is not made up. */
  @Test
  void callsUnderWayWhenTheProcessEndsAreEndedAsFarAsTheyCame() {
    LlmCall waiting = sent(FakeRequest.chat());
    LlmCall reading = sent(FakeRequest.chatStream());
    reading.headers(200, Heads.of("text/event-stream"));

    LlmCalls.reapAll();
    reading.closed();
    waiting.failed(new IOException("closed by the JVM's end"));
    LlmCalls.reapAll();

    assertThat(calls.spans())
        .hasSize(2)
        .allSatisfy(span -> {
          assertThat(text(span, "llm.outcome")).isEqualTo("cancelled");
          assertThat(text(span, "llm.usage.status")).isEqualTo("absent");
        })
        .anySatisfy(span -> assertThat(text(span, "llm.stream.end")).isEqualTo("reaped"));
  }

  @Test
  void aRequestBodyThatCannotBeReadStillMakesACall() {
    LlmCall call = LlmCalls.begin(new WireRequest() {
      @Override
      public String method() {
        return "POST";
      }

      @Override
      public String path() {
        return "/v1/chat/completions";
      }

      @Override
      public String baseUrl() {
        return null;
      }

      @Override
      public void writeJsonTo(java.io.OutputStream out) {
        throw new IllegalStateException("no body for you");
      }
    });

    call.leaveThread();
    call.failed(new IOException());
    assertThat(calls.onlySpan().getName()).isEqualTo("chat");
    assertThat(calls.failuresAt("wire")).isEqualTo(1);
  }

  @Test
  void bytesAfterTheEndAreIgnored() {
    LlmCall call = sent(FakeRequest.chat());
    call.headers(200, Heads.of("application/json"));
    byte[] answer = Answers.JSON.getBytes(UTF_8);

    call.bytes(answer, 0, answer.length);
    call.bytes(answer, 0, answer.length);
    call.endOfBody();

    assertThat(calls.spans()).hasSize(1);
  }

  private static void beginAndDrop() {
    LlmCall call = LlmCalls.begin(FakeRequest.chat());
    call.leaveThread();
    call.headers(200, Heads.of("application/json"));
  }

  private static LlmCall sent(WireRequest request) {
    LlmCall call = LlmCalls.begin(request);
    call.leaveThread();
    return call;
  }

  private static String readAll(InputStream body) throws IOException {
    return new String(body.readAllBytes(), UTF_8);
  }

  private static Long resends(SpanData span) {
    return span.getAttributes().get(longKey("http.request.resend_count"));
  }

  private static String text(SpanData span, String key) {
    return span.getAttributes().get(stringKey(key));
  }
}
