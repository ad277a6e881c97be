package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReadingTest {

  private static final String RESULTS = "v1/messages/batches/msgbatch_1/results";

  /** (1,000 × 0.20 + 100 × 0.80) / 1e6: half of what a call costs. */
  private static final double USD = 0.00028;

  private static final String LINE = "{\"id\":\"batch_req_1\",\"custom_id\":\"a\",\"response\":"
      + "{\"status_code\":200,\"body\":" + Answers.JSON + "},\"error\":null}\n";

  private static final String FAILED = "{\"id\":\"batch_req_2\",\"custom_id\":\"b\",\"response\":"
      + "{\"status_code\":400,\"body\":{\"error\":{\"code\":\"x\"}}},\"error\":null}\n";

  /** No batch rate is known for it. */
  private static final String UNPRICED =
      LINE.replace("gpt-4.1-mini-2025-04-14", "gpt-3.5-turbo-instruct");

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void eachResultIsBilledByItselfAndTheReadingIsOneSpan() throws IOException {
    read("file-1", LINE + FAILED + LINE + UNPRICED);

    SpanData span = calls.onlySpan();
    assertThat(span.getName()).isEqualTo("batch_results");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(text(span, "gen_ai.operation.name")).isEqualTo("batch_results");
    assertThat(text(span, "gen_ai.provider.name")).isEqualTo("openai");
    assertThat(text(span, "server.address")).isEqualTo("api.openai.com");
    assertThat(text(span, "llm.batch.id")).isEqualTo("file-1");
    assertThat(text(span, "llm.outcome")).isEqualTo("success");
    assertThat(text(span, "llm.stream.end")).isEqualTo("eof");
    assertThat(count(span, "llm.batch.results.read")).isEqualTo(4);
    assertThat(count(span, "llm.batch.results.billed")).isEqualTo(3);
    assertThat(count(span, "llm.batch.results.unpriced")).isEqualTo(1);
    assertThat(count(span, "gen_ai.usage.input_tokens")).isEqualTo(3_000);
    assertThat(count(span, "gen_ai.usage.output_tokens")).isEqualTo(300);
    assertThat(text(span, "llm.usage.status")).isEqualTo("measured");
    assertThat(text(span, "gen_ai.usage.cost.source")).isEqualTo("local");
    assertThat(usd(span)).isEqualTo(2 * USD);
    assertThat(calls.sumOf("llm.requests")).isEqualTo(3);
    assertThat(calls.sumOf("llm.tokens")).isEqualTo(3_300);
    assertThat(calls.sumOf("llm.cost")).isEqualTo(2 * USD);
    assertThat(calls.sumOf("llm.unpriced")).isEqualTo(1);
    assertThat(calls.names()).contains("gen_ai.client.token.usage", "gen_ai.client.operation.cost");
    assertThat(calls.names()).doesNotContain("gen_ai.client.operation.duration");
  }

  @Test
  void theLedgerHasAnEventForEachAndNoDuration() throws IOException {
    read("file-1", LINE + LINE.replace("chatcmpl-1", "chatcmpl-2"));

    assertThat(calls.events()).hasSize(2).allSatisfy(event -> {
      assertThat(event.getSpanContext()).isEqualTo(calls.onlySpan().getSpanContext());
      assertThat(event.getAttributes().get(stringKey("gen_ai.operation.name"))).isEqualTo("chat");
      assertThat(event.getAttributes().get(stringKey("gen_ai.request.model")))
          .isEqualTo("gpt-4.1-mini-2025-04-14");
      assertThat(event.getAttributes().get(stringKey("llm.batch.id"))).isEqualTo("file-1");
      assertThat(event.getAttributes().get(doubleKey("gen_ai.usage.cost.amount")))
          .isEqualTo(USD);
      assertThat(event.getAttributes().get(doubleKey("llm.duration"))).isNull();
    });
    assertThat(calls.events())
        .extracting(event -> event.getAttributes().get(stringKey("gen_ai.response.id")))
        .containsExactly("chatcmpl-1", "chatcmpl-2");
  }

  @Test
  void whatIsReadAgainIsNotBilledAgainAndTheSpanSaysSo() throws IOException {
    read("file-1", LINE + LINE);
    read("file-1", LINE + LINE);

    assertThat(calls.sumOf("llm.cost")).isEqualTo(2 * USD);
    assertThat(calls.events()).hasSize(2);
    SpanData again = calls.spans().get(1);
    assertThat(count(again, "llm.batch.results.read")).isEqualTo(2);
    assertThat(count(again, "llm.batch.results.billed")).isEqualTo(0);
    assertThat(text(again, "llm.usage.status")).isEqualTo("absent");
    assertThat(again.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"))).isNull();
  }

  @Test
  void anotherFileIsAnotherBatchAndSoIsTheSameIdElsewhere() throws IOException {
    read("file-1", LINE);
    read("file-2", LINE);
    read(file("file-1", "https://api.groq.com/openai/"), LINE, LINE.length());

    assertThat(calls.sumOf("llm.requests")).isEqualTo(3);
  }

  @Test
  void aReadingThatIsLeftEarlyIsGoneOnWithByTheNext() throws IOException {
    String file = LINE.repeat(5);
    read(file("file-1"), file, 2 * LINE.length() + 30);

    assertThat(text(calls.onlySpan(), "llm.outcome")).isEqualTo("cancelled");
    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("closed");
    assertThat(count(calls.onlySpan(), "llm.batch.results.billed")).isEqualTo(2);

    read("file-1", file);

    assertThat(count(calls.spans().get(1), "llm.batch.results.billed")).isEqualTo(3);
    assertThat(calls.sumOf("llm.requests")).isEqualTo(5);
  }

  @Test
  void aReadingThatBreaksBillsWhatItSaw() throws IOException {
    LlmCall call = begun(file("file-1"));
    call.headers(200, Heads.of("application/octet-stream"));
    call.bytes((LINE + LINE).getBytes(UTF_8), 0, LINE.length() + 9);
    call.failed(new IOException("Connection reset"));

    SpanData span = calls.onlySpan();
    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(text(span, "error.type")).isEqualTo("java.io.IOException");
    assertThat(usd(span)).isEqualTo(USD);

    read("file-1", LINE + LINE);

    assertThat(calls.sumOf("llm.requests")).isEqualTo(2);
  }

  @Test
  void aReadingThatIsDroppedEndsToo() throws Exception {
    drop();
    calls.collectUntilEnded();

    assertThat(text(calls.onlySpan(), "llm.stream.end")).isEqualTo("reaped");
    assertThat(usd(calls.onlySpan())).isEqualTo(USD);
  }

  @Test
  void twoWhoReadOneFileAtOnceBillEachLineOnce() throws Exception {
    int readers = 4;
    int results = 2_000;
    String file = LINE.repeat(results);
    CyclicBarrier start = new CyclicBarrier(readers);
    Callable<Boolean> reader = () -> {
      start.await();
      read("file-1", file);
      return true;
    };
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      for (var done :
          threads.invokeAll(Stream.generate(() -> reader).limit(readers).toList())) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(calls.sumOf("llm.requests")).isEqualTo(results);
    assertThat(calls.sumOf("llm.cost")).isEqualTo(0.56); // 2,000 × 0.00028
    assertThat(calls.spans()).hasSize(readers);
    assertThat(calls.spans().stream()
            .mapToLong(s -> count(s, "llm.batch.results.billed"))
            .sum())
        .isEqualTo(results);
  }

  @Test
  void aBrokenLineIsCountedOnceAndTheOthersAreBilled() throws IOException {
    String file = LINE + "{\"id\":\"batch_re\n" + LINE;
    read("file-1", file);
    read("file-1", file);

    assertThat(calls.failuresAt("batch")).isEqualTo(1);
    assertThat(calls.sumOf("llm.requests")).isEqualTo(2);
    assertThat(count(calls.spans().get(0), "llm.batch.results.read")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "%PDF-1.7 ...", "{\"messages\":[]}\n{\"messages\":[]}\n", "a,b\n1,2\n"})
  void aFileThatIsNoBatchLeavesNothing(String file) throws IOException {
    read("file-1", file);

    assertThat(calls.spans()).isEmpty();
    assertThat(calls.events()).isEmpty();
    assertThat(calls.sumOf("llm.requests")).isZero();
    assertThat(calls.failuresAt("batch") + calls.failuresAt("wire")).isZero();
  }

  @Test
  void aRequestThatFailsOrGetsAPartLeavesNothing() throws IOException {
    LlmCall refused = begun(file("file-1"));
    refused.headers(404, Heads.of("application/json"));
    refused.bytes(LINE.getBytes(UTF_8), 0, LINE.length());
    refused.endOfBody();
    begun(file("file-1")).failed(new IOException("no route"));
    LlmCall part = begun(file("file-1"));
    part.headers(206, Heads.of("application/octet-stream"));
    part.bytes(LINE.getBytes(UTF_8), 0, LINE.length());
    part.closed();

    assertThat(calls.spans()).isEmpty();
    assertThat(calls.sumOf("llm.requests")).isZero();
  }

  @Test
  void aHeadWithNothingToReadIsNotTheEnd() {
    LlmCall call = begun(file("file-1"));
    call.headers(307, Heads.of("text/html"));
    call.bytes("{\"moved\":true}".getBytes(UTF_8), 0, 14);
    call.headers(200, Heads.of("application/octet-stream"));
    call.bytes(LINE.getBytes(UTF_8), 0, LINE.length());
    call.endOfBody();

    assertThat(usd(calls.onlySpan())).isEqualTo(USD);
  }

  /** The client unpacks it behind us, and the application may bill what it reads. */
  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd"})
  void resultsThatWeCannotUnpackAreCountedAsAFailure(String encoding) {
    LlmCall call = begun(file("file-1"));
    call.headers(
        200,
        Heads.of(Map.of("content-type", "application/octet-stream", "content-encoding", encoding)));
    call.bytes(new byte[] {1, 2, 3}, 0, 2);
    call.bytes(new byte[] {1, 2, 3}, 2, 1);
    call.endOfBody();

    assertThat(calls.failuresAt("batch")).isEqualTo(1);
    assertThat(calls.spans()).isEmpty();
  }

  @Test
  void resultsThatCannotBeUnpackedToTheEndAreNoSuccess() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(packed, true);
    gzip.write((LINE + LINE).getBytes(UTF_8));
    gzip.flush();
    LlmCall call = begun(file("file-1"));
    call.headers(
        200,
        Heads.of(Map.of("content-type", "application/octet-stream", "content-encoding", "gzip")));
    call.bytes(packed.toByteArray(), 0, packed.size());
    call.bytes(new byte[] {-1}, 0, 1); // no block begins like this
    call.endOfBody();

    assertThat(usd(calls.onlySpan())).isEqualTo(2 * USD);
    assertThat(text(calls.onlySpan(), "error.type")).isEqualTo("malformed_response");
    assertThat(calls.failuresAt("batch")).isEqualTo(1);
  }

  @Test
  void aRetryOfAnSdkIsPartOfItsReadingAndNotOfAnother() {
    LlmCall outer = begun(file("file-1"));

    assertThat(LlmCalls.begin(retry("file-1"))).isNull();
    LlmCall other = LlmCalls.begin(retry("file-2"));
    assertThat(other).isNotNull();
    other.leaveThread();
    outer.headers(200, Heads.of("application/octet-stream"));
    LlmCall later = LlmCalls.begin(retry("file-1"));
    assertThat(later).isNotNull();
    later.leaveThread();
  }

  @Test
  void aReadingThatCannotBeginIsNotInTransport() {
    assertThat(LlmCalls.begin(file("file-1"), new BrokenContext())).isNull();
    LlmCall retried = LlmCalls.begin(retry("file-1"));
    assertThat(retried).isNotNull();
    retried.leaveThread();
  }

  @Test
  void anthropicsAreReadWhereTheyAreStreamed() throws IOException {
    String message = "{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":"
        + "{\"id\":\"msg_1\",\"type\":\"message\",\"model\":\"claude-sonnet-4-5-20250929\","
        + "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":1000,\"output_tokens\":100,"
        + "\"service_tier\":\"batch\",\"server_tool_use\":{\"web_search_requests\":2}}}}}\n";
    String errored = "{\"custom_id\":\"b\",\"result\":{\"type\":\"errored\"}}\n";
    read(
        new FakeRequest("GET", RESULTS, "", "https://api.anthropic.com"),
        message + errored,
        message.length() + errored.length());

    SpanData span = calls.onlySpan();
    assertThat(text(span, "gen_ai.provider.name")).isEqualTo("anthropic");
    assertThat(text(span, "llm.batch.id")).isEqualTo("msgbatch_1");
    // (1,000 × 1.50 + 100 × 7.50) / 1e6, and two searches at 10 USD a thousand, which is no less.
    assertThat(usd(span)).isEqualTo(0.02225);
  }

  /** The input of each request decides, not that of all. */
  @Test
  void longContextIsThatOfOneRequest() throws IOException {
    String message = "{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":"
        + "{\"model\":\"claude-sonnet-4-5-20250929\",\"usage\":{\"input_tokens\":%d,"
        + "\"output_tokens\":0}}}}\n";
    String file =
        message.formatted(150_000) + message.formatted(150_000) + message.formatted(300_000);
    read(new FakeRequest("GET", RESULTS, "", "https://api.anthropic.com"), file, file.length());

    // 2 × 150,000 × 1.50 / 1e6, and 300,000 × 3.00 / 1e6
    assertThat(usd(calls.onlySpan())).isEqualTo(1.35);
  }

  @Test
  void whoReadsPays() throws IOException {
    Context reader =
        Baggage.builder().put("tenant.id", "acme").build().storeInContext(Context.root());
    LlmCall call;
    try (Scope ignored = reader.makeCurrent()) {
      call = begun(file("file-1"));
    }
    call.headers(200, Heads.of("application/octet-stream"));
    call.bytes(LINE.getBytes(UTF_8), 0, LINE.length());
    call.endOfBody();

    assertThat(text(calls.onlySpan(), "tenant.id")).isEqualTo("acme");
    assertThat(calls.events().get(0).getAttributes().get(stringKey("tenant.id")))
        .isEqualTo("acme");
  }

  @Test
  void anSdkAboveATappedClientIsOneReading() {
    LlmCall outer = LlmCalls.begin(file("file-1"));

    assertThat(LlmCalls.begin(file("file-1"))).isNull();
    outer.leaveThread();
    LlmCall next = LlmCalls.begin(file("file-1"));
    assertThat(next).isNotNull();
    next.leaveThread();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, v1/batches",
    "GET, v1/batches",
    "GET, v1/batches/batch_1",
    "POST, v1/batches/batch_1/cancel",
    "POST, v1/messages/batches",
    "GET, v1/messages/batches",
    "GET, v1/messages/batches/msgbatch_1",
    "POST, v1/messages/batches/msgbatch_1/cancel",
    "DELETE, v1/messages/batches/msgbatch_1",
    "POST, v1/files",
    "GET, v1/files",
    "GET, v1/files/file-1",
    "DELETE, v1/files/file-1"
  })
  void whatElseIsDoneWithBatchesAndFilesIsNoCall(String method, String path) {
    assertThat(LlmCalls.begin(new FakeRequest(method, path, "{\"model\":\"m\"}")))
        .isNull();
  }

  private void drop() {
    LlmCall call = begun(file("file-1"));
    call.headers(200, Heads.of("application/octet-stream"));
    call.bytes(LINE.getBytes(UTF_8), 0, LINE.length());
  }

  private void read(String id, String file) throws IOException {
    read(file(id), file, file.length() + 1);
  }

  /** Reads so many bytes of a file and closes it; one more than there are reaches its end. */
  private static void read(FakeRequest request, String file, int length) throws IOException {
    LlmCall call = begun(request);
    call.headers(200, Heads.of("application/octet-stream"));
    try (InputStream body =
        new TeeInputStream(new ByteArrayInputStream(file.getBytes(UTF_8)), call)) {
      body.readNBytes(length);
    }
    call.closed();
  }

  private static LlmCall begun(FakeRequest request) {
    LlmCall call = LlmCalls.begin(request);
    call.leaveThread();
    return call;
  }

  /** As a general client sees the second attempt of an SDK above it. */
  private static WireRequest retry(String id) {
    return new ForwardingRequest(file(id)) {
      @Override
      public @Nullable String header(String name) {
        return name.equalsIgnoreCase("X-Stainless-Retry-Count") ? "1" : null;
      }

      @Override
      public boolean isOfLlmSdk() {
        return false;
      }
    };
  }

  private static FakeRequest file(String id) {
    return file(id, "https://api.openai.com/");
  }

  private static FakeRequest file(String id, String baseUrl) {
    return new FakeRequest("GET", "v1/files/" + id + "/content", "", baseUrl);
  }

  private static @Nullable String text(SpanData span, String key) {
    return span.getAttributes().get(stringKey(key));
  }

  private static @Nullable Long count(SpanData span, String key) {
    return span.getAttributes().get(longKey(key));
  }

  private static @Nullable Double usd(SpanData span) {
    return span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"));
  }
}
