package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallSpanTest {

  private final TestTelemetry telemetry = TestTelemetry.create();

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void isNamedByOperationAndModel() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.answer(1, 1));

    SpanData span = telemetry.onlySpan();
    assertThat(span.getName()).isEqualTo("chat gpt-flat");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("io.costspan");
    assertThat(span.getInstrumentationScopeInfo().getVersion()).isEqualTo("1.2.3");
    assertThat(span.hasEnded()).isTrue();
  }

  @Test
  void isNamedByTheOperationAloneWhenTheModelIsNotKnown() {
    telemetry.call(Calls.chat(RequestFacts.builder().build(), Context.root()), Calls.answer(1, 1));

    assertThat(telemetry.onlySpan().getName()).isEqualTo("chat");
    assertThat(attributes()).doesNotContainKey("gen_ai.request.model");
  }

  @Test
  void isTheChildOfTheSpanThatTheCallWasMadeIn() {
    Span parent = telemetry.sdk().getTracer("app").spanBuilder("parent").startSpan();

    CallRecording call =
        telemetry.calls().start(Calls.chat("gpt-flat", Context.root().with(parent)));
    Span ours = Span.fromContext(call.context());
    call.end(Calls.answer(1, 1));

    SpanData span = telemetry.onlySpan();
    assertThat(span.getParentSpanContext()).isEqualTo(parent.getSpanContext());
    assertThat(span.getSpanContext()).isEqualTo(ours.getSpanContext());
    assertThat(parent.isRecording()).isTrue();
  }

  @Test
  void tellsWhatWasAskedFromItsStartOn() {
    RequestFacts request = RequestFacts.builder()
        .model("gpt-flat")
        .streaming(true)
        .serviceTier("flex")
        .conversationId("conv-7")
        .parameter(RequestParameter.MAX_TOKENS, 256L)
        .parameter(RequestParameter.TEMPERATURE, 0.7)
        .parameter(RequestParameter.TOP_P, 0.9)
        .parameter(RequestParameter.TOP_K, 40.0)
        .parameter(RequestParameter.FREQUENCY_PENALTY, 0.1)
        .parameter(RequestParameter.PRESENCE_PENALTY, 0.2)
        .parameter(RequestParameter.SEED, 42L)
        .parameter(RequestParameter.CHOICE_COUNT, 2L)
        .parameter(RequestParameter.STOP_SEQUENCES, new String[] {"END", "STOP"})
        .parameter(RequestParameter.ENCODING_FORMATS, new String[] {"base64"})
        .build();

    telemetry
        .calls()
        .start(Calls.chat(request, TestTelemetry.paidBy("acme", "summaries")))
        .end(CallEnd.builder(Calls.nothing(), Outcome.CANCELLED).billable(false).build());

    assertThat(attributes())
        .containsOnly(
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", "gpt-flat"),
            entry("gen_ai.request.stream", true),
            entry("gen_ai.request.max_tokens", 256L),
            entry("gen_ai.request.temperature", 0.7),
            entry("gen_ai.request.top_p", 0.9),
            entry("gen_ai.request.top_k", 40.0),
            entry("gen_ai.request.frequency_penalty", 0.1),
            entry("gen_ai.request.presence_penalty", 0.2),
            entry("gen_ai.request.seed", 42L),
            entry("gen_ai.request.choice.count", 2L),
            entry("gen_ai.request.stop_sequences", List.of("END", "STOP")),
            entry("gen_ai.request.encoding_formats", List.of("base64")),
            entry("gen_ai.conversation.id", "conv-7"),
            entry("openai.request.service_tier", "flex"),
            entry("server.address", "api.openai.com"),
            entry("server.port", 443L),
            entry("tenant.id", "acme"),
            entry("llm.feature", "summaries"),
            entry("llm.outcome", "cancelled"),
            entry("llm.usage.status", "absent"));
  }

  @Test
  void tellsWhatACachedCallUsedAndCost() {
    ResponseFacts.Builder facts = Calls.cachedFacts().serviceTier("default");

    telemetry.call(Calls.chat("gpt-flat"), Calls.success(facts));

    // 600 × 2.50 + 400 × 1.25 + (70 + 30) × 10.00, per million; uncached 400 × 1.25 more.
    assertThat(attributes())
        .containsOnly(
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", "gpt-flat"),
            entry("server.address", "api.openai.com"),
            entry("server.port", 443L),
            entry("gen_ai.response.model", "gpt-flat-2026-01-01"),
            entry("gen_ai.response.id", "chatcmpl-1"),
            entry("gen_ai.response.finish_reasons", List.of("stop")),
            entry("openai.response.service_tier", "default"),
            entry("gen_ai.usage.input_tokens", 1_000L),
            entry("gen_ai.usage.output_tokens", 100L),
            entry("gen_ai.usage.cache_read.input_tokens", 400L),
            entry("gen_ai.usage.reasoning.output_tokens", 30L),
            entry("llm.usage.status", "measured"),
            entry("gen_ai.usage.cost.amount", 0.003),
            entry("gen_ai.usage.cost.currency", "USD"),
            entry("gen_ai.usage.cost.source", "local"),
            entry("llm.cost.input", 0.0015),
            entry("llm.cost.cache_read", 0.0005),
            entry("llm.cost.output", 0.001),
            entry("llm.price.entry", "openai/flat"),
            entry("llm.price.version", "2026-11-21"),
            entry("llm.cache.hit", true),
            entry("llm.cache.kind", "prompt"),
            entry("llm.cache.saved", 0.0005),
            entry("llm.outcome", "success"));
    assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void showsCacheWritesAndToolsAsPartsOfTheCost() {
    ResponseFacts.Builder facts = ResponseFacts.builder();
    facts.usage().set(Count.INPUT, 500).set(Count.CACHE_WRITE, 500).set(Count.WEB_SEARCHES, 2);

    telemetry.call(Calls.chat("gpt-flat"), Calls.success(facts));

    assertThat(attributes())
        .containsEntry("gen_ai.usage.cache_creation.input_tokens", 500L)
        .containsEntry("llm.cost.cache_write", 0.0015) // 500 × 3.00 / 1e6
        .containsEntry("llm.cost.tools", 0.02) // 2 × 0.01
        .containsEntry("gen_ai.usage.cost.amount", 0.0215)
        .doesNotContainKeys("llm.cost.input", "llm.cost.output", "llm.cache.hit");
  }

  @Test
  void showsAnAmountOfZeroWhenACallWasFree() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.answer(0, 0));

    assertThat(attributes())
        .containsEntry("gen_ai.usage.cost.amount", 0.0)
        .doesNotContainKeys("llm.cost.input", "llm.unpriced.reason");
  }

  @Test
  void tellsAMissOfTheCacheAndNoSavings() {
    ResponseFacts.Builder facts = ResponseFacts.builder();
    facts.usage().set(Count.INPUT, 10).set(Count.CACHE_READ, 0);

    telemetry.call(Calls.chat("gpt-flat"), Calls.success(facts));

    assertThat(attributes())
        .containsEntry("llm.cache.hit", false)
        .containsEntry("gen_ai.usage.cache_read.input_tokens", 0L)
        .doesNotContainKeys("llm.cache.kind", "llm.cache.saved");
  }

  @Test
  void leavesOutCountsAndCostThatTheProviderDidNotReport() {
    telemetry.call(
        Calls.chat("gpt-flat"),
        CallEnd.builder(Calls.nothing(), Outcome.SUCCESS).build());

    assertThat(attributes())
        .containsEntry("llm.usage.status", "absent")
        .containsEntry("llm.unpriced.reason", "no_usage")
        .doesNotContainKeys(
            "gen_ai.usage.input_tokens",
            "gen_ai.usage.output_tokens",
            "gen_ai.usage.cost.amount",
            "gen_ai.usage.cost.currency",
            "gen_ai.usage.cost.source",
            "llm.cache.hit");
  }

  @Test
  void saysThatAModelIsUnknownInsteadOfPricingIt() {
    telemetry.call(Calls.chat("mystery"), Calls.answer(10, 10));

    assertThat(attributes())
        .containsEntry("llm.unpriced.reason", "unknown_model")
        .containsEntry("gen_ai.usage.input_tokens", 10L)
        .doesNotContainKeys("gen_ai.usage.cost.amount", "llm.price.entry");
  }

  @Test
  void aRefusedCallIsAnErrorAndNoGapInTheBill() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.refused(Outcome.RATE_LIMITED, "429"));

    SpanData span = telemetry.onlySpan();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getEvents()).isEmpty();
    assertThat(attributes())
        .containsEntry("error.type", "429")
        .containsEntry("llm.outcome", "rate_limited")
        .doesNotContainKeys("llm.unpriced.reason", "gen_ai.usage.cost.amount");
  }

  @Test
  void anErrorWithoutATypeHasTheOneOfTheConventions() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.refused(Outcome.ERROR, null));

    assertThat(attributes()).containsEntry("error.type", "_OTHER");
  }

  @Test
  void aCancelledCallIsNoError() {
    telemetry.call(
        Calls.chat("gpt-flat"),
        CallEnd.builder(Calls.nothing(), Outcome.CANCELLED).build());

    assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attributes()).doesNotContainKey("error.type");
  }

  @Test
  void aCallThatFailedAfterItsFinalCountsIsPriced() {
    ResponseFacts facts = Calls.cachedFacts().build(UsageStatus.MEASURED);

    telemetry.call(
        Calls.chat("gpt-flat"),
        CallEnd.builder(facts, Outcome.ERROR)
            .errorType("server_error")
            .billable(false)
            .build());

    assertThat(attributes())
        .containsEntry("gen_ai.usage.cost.amount", 0.003)
        .containsEntry("llm.outcome", "error");
  }

  @Test
  void tellsHowAStreamWentAndHowLongItsFirstChunkTook() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(250);
    call.chunk("gpt-flat-2026-01-01");
    telemetry.passMillis(100);
    call.chunk("gpt-flat-2026-01-01");
    call.end(CallEnd.builder(Calls.nothing(), Outcome.CANCELLED)
        .streamEnd(StreamEnd.CLOSED)
        .build());

    assertThat(attributes())
        .containsEntry("gen_ai.response.time_to_first_chunk", 0.25)
        .containsEntry("llm.stream.end", "closed");
  }

  @Test
  void countsHowOftenTheRequestWasSentAgain() {
    telemetry.call(
        Calls.chat("gpt-flat"),
        CallEnd.builder(Calls.nothing(), Outcome.SUCCESS).resendCount(2).build());

    assertThat(attributes()).containsEntry("http.request.resend_count", 2L);
  }

  @Test
  void doesNotCallAnAnthropicTierOneOfOpenAi() {
    RequestFacts request = RequestFacts.builder().serviceTier("auto").build();

    telemetry.call(
        CallStart.of("chat", "anthropic", request, null, -1, Context.root()),
        Calls.success(Calls.cachedFacts().serviceTier("standard")));

    assertThat(attributes())
        .doesNotContainKeys(
            "openai.request.service_tier",
            "openai.response.service_tier",
            "server.address",
            "server.port");
  }

  @Test
  void doesNotCallATierOneOfOpenAiWhenTheCallSpeaksAnotherFormat() {
    CallStart start = CallStart.of("chat", "aws.bedrock", tiered(), null, -1, Context.root());

    telemetry.call(
        start.speakingOpenAi(false), Calls.success(Calls.cachedFacts().serviceTier("standard")));

    assertThat(attributes())
        .containsEntry("gen_ai.provider.name", "aws.bedrock")
        .doesNotContainKeys("openai.request.service_tier", "openai.response.service_tier");
  }

  @Test
  void tellsTheTiersOfACallThatSpeaksOpenAiWhateverTheProvider() {
    CallStart start = CallStart.of("chat", "anthropic", tiered(), null, -1, Context.root());

    telemetry.call(
        start.speakingOpenAi(true), Calls.success(Calls.cachedFacts().serviceTier("default")));

    assertThat(attributes())
        .containsEntry("openai.request.service_tier", "auto")
        .containsEntry("openai.response.service_tier", "default");
  }

  @Test
  void aDroppedCallEndsWithItsLastSignOfLife() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(500);
    call.headArrived();
    telemetry.passMillis(250);
    call.chunk("gpt-flat-2026-01-01");
    telemetry.passMillis(3_600_000);
    call.end(CallEnd.builder(Calls.nothing(), Outcome.CANCELLED)
        .streamEnd(StreamEnd.REAPED)
        .dropped(true)
        .build());

    assertThat(spanNanos()).isEqualTo(750_000_000);
  }

  @Test
  void aDroppedCallWithoutASignOfLifeEndsWhereItStarted() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(3_600_000);
    call.end(CallEnd.builder(Calls.nothing(), Outcome.CANCELLED).dropped(true).build());

    assertThat(spanNanos()).isZero();
  }

  @Test
  void isEndedOnceHoweverOftenTheCallIs() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    call.end(Calls.answer(1, 1));
    call.end(Calls.answer(1, 1));

    assertThat(telemetry.spans()).hasSize(1);
    assertThat(telemetry.longsBy("llm.requests", Names.OUTCOME)).containsEntry("success", 1L);
    assertThat(telemetry.longsBy("costspan.failures", Names.SITE)).containsEntry("end", 1L);
  }

  private static RequestFacts tiered() {
    return RequestFacts.builder().serviceTier("auto").build();
  }

  private long spanNanos() {
    SpanData span = telemetry.onlySpan();
    return span.getEndEpochNanos() - span.getStartEpochNanos();
  }

  private Map<String, Object> attributes() {
    Map<String, Object> values = new TreeMap<>();
    telemetry
        .onlySpan()
        .getAttributes()
        .forEach((AttributeKey<?> key, Object value) -> values.put(key.getKey(), value));
    return values;
  }
}
