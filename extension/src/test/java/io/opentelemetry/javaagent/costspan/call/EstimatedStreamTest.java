package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.wire.RealTokenizers;
import io.opentelemetry.javaagent.costspan.wire.Vocabularies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chat streams that tell no usage, counted here because a setting asks for it. */
class EstimatedStreamTest {

  /** The frame, 3 + 3; user; Hello: 8 tokens. */
  private static final String REQUEST = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
      + "\"model\":\"gpt-4.1-mini\",\"stream\":true}";

  /** Two chunks, {@code HiHi}: 2 tokens, of gpt-4.1-mini: (8 × 0.40 + 2 × 1.60) / 1e6 USD. */
  private static final double USD = 0.0000064;

  private InstalledCalls calls = installed(RealTokenizers.ALL);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void isPricedByWhatWasCounted() {
    Attributes span =
        streamed(REQUEST, Answers.CHUNK + Answers.CHUNK + Answers.LAST_CHUNK + Answers.DONE);

    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("estimated");
    assertThat(span.get(longKey("gen_ai.usage.input_tokens"))).isEqualTo(8);
    assertThat(span.get(longKey("gen_ai.usage.output_tokens"))).isEqualTo(2);
    assertThat(span.get(longKey("gen_ai.usage.cache_read.input_tokens"))).isNull();
    assertThat(span.get(longKey("gen_ai.usage.reasoning.output_tokens"))).isNull();
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(USD);
    assertThat(span.get(stringKey("gen_ai.usage.cost.source"))).isEqualTo("local");
    assertThat(calls.sumOf("llm.cost")).isEqualTo(USD);
    assertThat(calls.sumOf("llm.tokens")).isEqualTo(10);
    assertThat(calls.sumOf("llm.unpriced")).isZero();
  }

  @Test
  void thatWasClosedEarlyIsPricedAsFarAsItCame() {
    LlmCall call = begin(REQUEST);
    feed(call, Answers.CHUNK + Answers.CHUNK);
    call.closing();
    call.closed();

    Attributes span = calls.onlySpan().getAttributes();
    assertThat(span.get(stringKey("llm.outcome"))).isEqualTo("cancelled");
    assertThat(span.get(stringKey("llm.stream.end"))).isEqualTo("closed");
    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("estimated");
    assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(USD);
  }

  @Test
  void ofWhichNothingCameIsNotPriced() {
    LlmCall call = begin(REQUEST);
    call.closing();
    call.closed();

    assertThat(status()).isEqualTo("absent");
    assertThat(calls.sumOf("llm.unpriced")).isEqualTo(1);
  }

  @Test
  void whoseUsageIsToldIsNotEstimated() {
    Attributes span = streamed(REQUEST, Answers.STREAM);

    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("measured");
    assertThat(span.get(longKey("gen_ai.usage.input_tokens"))).isEqualTo(1000);
  }

  @Test
  void whoseUsageWasAskedForIsNotCountedEvenWhenItIsClosedEarly() {
    String asks = REQUEST.replace(
        "\"stream\":true", "\"stream\":true,\"stream_options\":{\"include_usage\":true}");

    assertThat(begunOf(asks, Answers.CHUNK)).isEqualTo("absent");
  }

  @Test
  void whoseOptionsAskForSomethingElseIsCounted() {
    String asks = REQUEST.replace(
        "\"stream\":true", "\"stream\":true,\"stream_options\":{\"include_usage\":false}");

    assertThat(begunOf(asks, Answers.CHUNK)).isEqualTo("estimated");
  }

  @Test
  void isNotPricedAsLongAsTheVocabularyIsNotLoaded() {
    reinstall(RealTokenizers::notYet);

    assertThat(begunOf(REQUEST, Answers.CHUNK)).isEqualTo("absent");
  }

  @Test
  void isNotPricedWhenNothingIsToBeEstimated() {
    calls.close();
    calls = InstalledCalls.install();

    assertThat(begunOf(REQUEST, Answers.CHUNK)).isEqualTo("absent");
  }

  @Test
  void whoseAmountAGatewayToldHasThatAmount() {
    LlmCall call = LlmCalls.begin(new FakeRequest("POST", "v1/chat/completions", REQUEST));
    call.leaveThread();
    call.headers(
        200,
        Heads.of(Map.of("content-type", "text/event-stream", "x-litellm-response-cost", "0.5")));
    feed(call, Answers.CHUNK + Answers.LAST_CHUNK + Answers.DONE);

    assertThat(calls.onlySpan().getAttributes().get(doubleKey("gen_ai.usage.cost.amount")))
        .isEqualTo(0.5);
  }

  @Test
  void isNotPricedAndTheFailureCountedWhenTheTokenizerFails() {
    reinstall(vocabulary -> text -> {
      if (text.startsWith("Hi")) {
        throw new IllegalStateException("broken");
      }
      return 1;
    });

    assertThat(begunOf(REQUEST, Answers.CHUNK)).isEqualTo("absent");
    assertThat(calls.failuresAt("wire")).isEqualTo(1);
  }

  @Test
  void keepsItsMeasuredUsageWhenTheTokenizerFails() {
    reinstall(vocabulary -> text -> {
      throw new StackOverflowError();
    });

    Attributes span = streamed(REQUEST, Answers.STREAM);

    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("measured");
    assertThat(calls.failuresAt("wire")).isEqualTo(1);
  }

  @Test
  void tellsNothingOfItsTexts() {
    String request = REQUEST.replace("Hello", "secret of the prompt");
    String chunk = Answers.CHUNK.replace("Hi", "secret of the answer");

    Attributes span = streamed(request, chunk + Answers.LAST_CHUNK + Answers.DONE);

    assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("estimated");
    assertThat(calls.spans().toString()).doesNotContain("secret");
    assertThat(calls.everythingMeasured()).doesNotContain("secret");
  }

  @Test
  void thatIsRefusedIsNotCounted() {
    LlmCall call = LlmCalls.begin(new FakeRequest("POST", "v1/chat/completions", REQUEST));
    call.leaveThread();
    call.headers(429, Heads.of(Map.of("content-type", "text/event-stream")));
    feed(call, Answers.CHUNK);
    call.endOfBody();

    assertThat(status()).isEqualTo("absent");
    assertThat(calls.sumOf("llm.cost")).isZero();
  }

  @Test
  void ofWhichNothingIsLeftWhenAnErrorTakesItsPlace() {
    LlmCall call = begin(REQUEST);
    feed(call, Answers.CHUNK);
    call.headers(500, Heads.of(Map.of("content-type", "application/json")));
    feed(call, "{}");
    call.endOfBody();

    assertThat(status()).isEqualTo("absent");
    assertThat(calls.sumOf("llm.cost")).isZero();
  }

  /** What a setting has asked for is the last that a stream says. */
  @Test
  void thatWeAskedAndThatIsCutOffIsCounted() {
    askToo();
    LlmCall call = LlmCalls.begin(new MayAsk(REQUEST));
    call.leaveThread();
    call.headers(200, Heads.of(Map.of("content-type", "text/event-stream")));
    assertThat(call.asksStreamUsage()).isTrue();
    feed(call, Answers.CHUNK + Answers.CHUNK);
    call.closing();
    call.closed();

    assertThat(status()).isEqualTo("estimated");
    assertThat(calls.sumOf("llm.cost")).isEqualTo(USD);
  }

  @Test
  void thatWeAskedIsMeasuredWhenItTells() {
    askToo();
    LlmCall call = LlmCalls.begin(new MayAsk(REQUEST));
    call.leaveThread();
    call.headers(200, Heads.of(Map.of("content-type", "text/event-stream")));
    feed(call, Answers.STREAM);
    call.endOfBody();

    assertThat(status()).isEqualTo("measured");
  }

  @Test
  void isReadTwiceAndNothingElseIs() {
    assertThat(readings(REQUEST)).isEqualTo(2);
    assertThat(readings(REQUEST.replace("\"stream\":true", "\"stream\":false"))).isEqualTo(1);
    assertThat(readings(REQUEST.replace("gpt-4.1-mini", "o3"))).isEqualTo(1);
    assertThat(readings(REQUEST.replace(
            "\"stream\":true", "\"stream\":true,\"stream_options\":{\"include_usage\":true}")))
        .isEqualTo(1);
    calls.close();
    calls = InstalledCalls.install();
    assertThat(readings(REQUEST)).isEqualTo(1);
  }

  private static int readings(String json) {
    AtomicInteger readings = new AtomicInteger();
    FakeRequest request = new FakeRequest("POST", "v1/chat/completions", json);
    LlmCalls.begin(new ForwardingRequest(request) {
          @Override
          public void writeJsonTo(OutputStream out) throws IOException {
            readings.incrementAndGet();
            super.writeJsonTo(out);
          }
        })
        .leaveThread();
    return readings.get();
  }

  private String begunOf(String request, String firstChunks) {
    LlmCall call = begin(request);
    feed(call, firstChunks);
    call.closing();
    call.closed();
    return status();
  }

  private String status() {
    return calls.onlySpan().getAttributes().get(stringKey("llm.usage.status"));
  }

  private Attributes streamed(String request, String stream) {
    LlmCall call = begin(request);
    feed(call, stream);
    call.endOfBody();
    return calls.onlySpan().getAttributes();
  }

  private static LlmCall begin(String request) {
    LlmCall call = LlmCalls.begin(new FakeRequest("POST", "v1/chat/completions", request));
    call.leaveThread();
    call.headers(200, Heads.of(Map.of("content-type", "text/event-stream")));
    return call;
  }

  private static void feed(LlmCall call, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    call.bytes(bytes, 0, bytes.length);
  }

  private void askToo() {
    calls.close();
    calls = InstalledCalls.install(
        PriceBook.bundled(),
        CallSettings.standard().estimatingWith(RealTokenizers.ALL).askingStreamUsage(true));
  }

  /** A request to which the option can be added. */
  private record MayAsk(String json) implements WireRequest {

    @Override
    public String method() {
      return "POST";
    }

    @Override
    public String path() {
      return "v1/chat/completions";
    }

    @Override
    public String baseUrl() {
      return "https://api.openai.com/";
    }

    @Override
    public boolean mayAskUsage() {
      return true;
    }

    @Override
    public void writeJsonTo(OutputStream out) throws IOException {
      out.write(json.getBytes(UTF_8));
    }
  }

  private void reinstall(Vocabularies vocabularies) {
    calls.close();
    calls = installed(vocabularies);
  }

  private static InstalledCalls installed(Vocabularies vocabularies) {
    return InstalledCalls.install(
        PriceBook.bundled(), CallSettings.standard().estimatingWith(vocabularies));
  }
}
