package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.instrumenter.SpanKindExtractor;
import io.opentelemetry.javaagent.costspan.attribution.Admission;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.Sources;
import io.opentelemetry.javaagent.costspan.attribution.UserHash;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.util.List;

/** Makes the calls that between them emit everything that can be emitted. */
final class EveryKindOfCall {

  static final String ROOT_SPAN = "GET /search";
  static final String BATCH_SPAN = "batch_results";

  private EveryKindOfCall() {}

  /** Bounded to one tenant, so that the second is folded. */
  static TestTelemetry run(boolean latestConventions) {
    return run(latestConventions, UserHash.withKey("key"));
  }

  /** What only differs when users are shown as they are. */
  static TestTelemetry runWithPlainUsers() {
    return run(false, null);
  }

  private static TestTelemetry run(boolean latestConventions, UserHash userHash) {
    TestTelemetry telemetry = TestTelemetry.setup()
        .settings(
            TelemetrySettings.builder("1").latestConventions(latestConventions).maxTenants(1))
        .attribution(attribution(userHash))
        .build();
    Instrumenter<String, Void> server = Instrumenter.<String, Void>builder(
            telemetry.sdk(), "server", request -> request)
        .buildInstrumenter(SpanKindExtractor.alwaysServer());
    Context request = server.start(payer(), ROOT_SPAN);
    stream(telemetry, request);
    server.end(request, ROOT_SPAN, null, null);
    batch(telemetry);
    telemetry.call(Calls.chat("mystery", TestTelemetry.paidBy("second", "f")), Calls.answer(1, 1));
    telemetry.call(Calls.chat("mystery", TestTelemetry.paidBy("forged", "f")), Calls.answer(1, 1));
    telemetry.call(Calls.chat("gpt-flat"), Calls.refused(Outcome.RATE_LIMITED, "429"));
    telemetry.calls().actions().acted(payer(), "search");
    telemetry.failures().count("price", "for the reference");
    return telemetry;
  }

  private static Attribution attribution(UserHash userHash) {
    return Attribution.builder()
        .tenant(List.of(Sources.baggage("tenant.id", true)))
        .user(List.of(Sources.baggage("user.id", true)))
        .session(List.of(Sources.baggage("session.id", true)))
        .feature(List.of(Sources.baggage("llm.feature", true)))
        .admission(Admission.of(List.of("acme", "second"), null))
        .userHash(userHash)
        .tellingSources(true)
        .build();
  }

  private static Context payer() {
    return Baggage.builder()
        .put("tenant.id", "acme")
        .put("user.id", "u-1")
        .put("llm.feature", "search")
        .put("session.id", "s-1")
        .build()
        .storeInContext(Context.root());
  }

  private static void stream(TestTelemetry telemetry, Context parent) {
    CallRecording call = telemetry.calls().start(Calls.chat(fullRequest(), parent));
    call.chunk("gpt-flat-2026-01-01");
    call.chunk("gpt-flat-2026-01-01");
    ResponseFacts.Builder facts = Calls.cachedFacts().serviceTier("default");
    facts.usage().set(Count.CACHE_WRITE, 100).set(Count.WEB_SEARCHES, 1);
    call.end(CallEnd.builder(facts.build(UsageStatus.MEASURED), Outcome.SUCCESS)
        .streamEnd(StreamEnd.COMPLETE)
        .resendCount(1)
        .build());
  }

  private static void batch(TestTelemetry telemetry) {
    CallStart start = CallStart.of(
        BATCH_SPAN, "openai", RequestFacts.builder().build(), "api.openai.com", 443, payer());
    BatchRecording reading = telemetry.calls().startBatch(start, "file-1");
    ResponseFacts.Builder facts = Calls.cachedFacts();
    facts.usage().set(Count.CACHE_WRITE, 100).set(Count.REASONING, 5);
    bill(reading, facts);
    bill(reading, facts.model("mystery"));
    reading.read();
    ResponseFacts nothing = ResponseFacts.builder().build(UsageStatus.ABSENT);
    reading.end(CallEnd.builder(nothing, Outcome.ERROR)
        .streamEnd(StreamEnd.FAILED)
        .errorType("java.io.IOException")
        .build());
  }

  private static void bill(BatchRecording reading, ResponseFacts.Builder facts) {
    reading.read();
    ResponseFacts answer = facts.build(UsageStatus.MEASURED);
    reading.bill(
        "chat", CallEnd.builder(answer, Outcome.SUCCESS).ofBatch("file-1").build());
  }

  private static RequestFacts fullRequest() {
    return RequestFacts.builder()
        .model("gpt-flat")
        .streaming(true)
        .serviceTier("auto")
        .conversationId("conv-1")
        .parameter(RequestParameter.MAX_TOKENS, 256L)
        .parameter(RequestParameter.TEMPERATURE, 0.7)
        .parameter(RequestParameter.TOP_P, 0.9)
        .parameter(RequestParameter.TOP_K, 40.0)
        .parameter(RequestParameter.FREQUENCY_PENALTY, 0.1)
        .parameter(RequestParameter.PRESENCE_PENALTY, 0.2)
        .parameter(RequestParameter.SEED, 42L)
        .parameter(RequestParameter.CHOICE_COUNT, 2L)
        .parameter(RequestParameter.STOP_SEQUENCES, new String[] {"END"})
        .parameter(RequestParameter.ENCODING_FORMATS, new String[] {"base64"})
        .build();
  }
}
