package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerSumsTest {

  private static final Context ACME = TestTelemetry.paidBy("acme", "search");

  private final TestTelemetry telemetry = TestTelemetry.create();

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void countsCallsByWhoPaysAndHowTheyWent() {
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.refused(Outcome.RATE_LIMITED, "429"));

    assertThat(longs("llm.requests"))
        .containsOnly(
            Map.entry(acme().put("llm.outcome", "success").build(), 2L),
            Map.entry(acme().put("llm.outcome", "rate_limited").build(), 1L));
  }

  @Test
  void putsEachTokenIntoOneKind() {
    ResponseFacts.Builder facts = ResponseFacts.builder();
    facts
        .usage()
        .set(Count.INPUT, 1_000)
        .set(Count.CACHE_READ, 400)
        .set(Count.CACHE_WRITE, 100)
        .set(Count.CACHE_WRITE_1H, 60)
        .set(Count.AUDIO_INPUT, 50)
        .set(Count.OUTPUT, 200)
        .set(Count.REASONING, 80)
        .set(Count.AUDIO_OUTPUT, 20);

    telemetry.call(Calls.chat("mystery", ACME), Calls.success(facts));

    assertThat(telemetry.longsBy("llm.tokens", Names.TOKEN_KIND))
        .containsOnly(
            Map.entry("input", 450L), // 1,000 - 400 - 100 - 50
            Map.entry("cache_read", 400L),
            Map.entry("cache_write", 100L), // 40 for five minutes and 60 for an hour
            Map.entry("audio_input", 50L),
            Map.entry("output", 100L), // 200 - 80 - 20
            Map.entry("reasoning", 80L),
            Map.entry("audio_output", 20L));
    assertThat(telemetry.metric("llm.tokens").getLongSumData().getPoints())
        .allSatisfy(point -> assertThat(
                point.getAttributes().toBuilder().remove(Names.TOKEN_KIND).build())
            .isEqualTo(acme().put(Names.REQUEST_MODEL, "mystery").build()));
  }

  @Test
  void addsUpTheCostByPart() {
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.answer(1, 0));

    MetricData cost = telemetry.metric("llm.cost");
    assertThat(cost.getUnit()).isEqualTo("USD");
    assertThat(cost.getDoubleSumData().isMonotonic()).isTrue();
    assertThat(cost.getDoubleSumData().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.CUMULATIVE);
    AttributesBuilder success = acme().put("llm.outcome", "success");
    assertThat(doubles("llm.cost"))
        .containsOnly(
            // 2 × 600 × 2.50 / 1e6 + 1 × 2.50 / 1e6
            Map.entry(success.put("llm.cost.kind", "input").build(), 0.0030025),
            Map.entry(success.put("llm.cost.kind", "cache_read").build(), 0.001),
            Map.entry(success.put("llm.cost.kind", "output").build(), 0.002));
  }

  @Test
  void tellsWhatAFailedCallCostApart() {
    ResponseFacts facts = Calls.cachedFacts().build(UsageStatus.MEASURED);
    telemetry.call(
        Calls.chat("gpt-flat", ACME),
        CallEnd.builder(facts, Outcome.CONTENT_FILTERED).build());

    assertThat(doubles("llm.cost").keySet())
        .extracting(labels -> labels.get(Names.OUTCOME))
        .containsOnly("content_filtered");
  }

  @Test
  void countsHitsAndMissesOfTheCacheAndWhatItSaved() {
    ResponseFacts.Builder miss = ResponseFacts.builder();
    miss.usage().set(Count.INPUT, 10).set(Count.CACHE_READ, 0);
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.success(miss));
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.answer(10, 10));

    AttributesBuilder prompt = acme().put("llm.cache.kind", "prompt");
    assertThat(doubles("llm.cache.saved")).containsOnly(Map.entry(prompt.build(), 0.0005));
    assertThat(longs("llm.cache.lookups"))
        .containsOnly(
            Map.entry(prompt.put("llm.cache.result", "hit").build(), 1L),
            Map.entry(prompt.put("llm.cache.result", "miss").build(), 1L));
  }

  @Test
  void countsWhatCouldNotBePricedByReason() {
    telemetry.call(Calls.chat("mystery", ACME), Calls.answer(1, 1));
    telemetry.call(
        Calls.chat("gpt-flat", ACME),
        CallEnd.builder(Calls.nothing(), Outcome.SUCCESS).build());
    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.refused(Outcome.ERROR, "400"));

    assertThat(telemetry.longsBy("llm.unpriced", Names.UNPRICED_REASON))
        .containsOnly(Map.entry("unknown_model", 1L), Map.entry("no_usage", 1L));
    assertThat(telemetry.hasMetric("llm.cost")).isFalse();
  }

  @Test
  void callsWhatNothingResolvesUnknown() {
    telemetry.call(Calls.chat(RequestFacts.builder().build(), Context.root()), Calls.answer(1, 1));

    assertThat(longs("llm.requests").keySet())
        .containsExactly(acme()
            .put("tenant.id", "unknown")
            .put("llm.feature", "unknown")
            .put("gen_ai.request.model", "unknown")
            .put("llm.outcome", "success")
            .build());
  }

  @Test
  void countsAContradictionAndBillsNoNegativeTokens() {
    ResponseFacts.Builder facts = ResponseFacts.builder();
    facts.usage().set(Count.INPUT, 10).set(Count.CACHE_READ, 12);

    telemetry.call(Calls.chat("gpt-flat", ACME), Calls.success(facts));

    assertThat(telemetry.longsBy("costspan.failures", Names.SITE))
        .containsOnly(Map.entry("usage", 1L));
    assertThat(telemetry.metric("costspan.failures").getDescription())
        .contains("at site usage, token counts of a provider that contradict each other");
    assertThat(telemetry.longsBy("llm.tokens", Names.TOKEN_KIND))
        .containsOnly(Map.entry("cache_read", 12L));
  }

  private static AttributesBuilder acme() {
    return Attributes.builder()
        .put("tenant.id", "acme")
        .put("llm.feature", "search")
        .put("gen_ai.provider.name", "openai")
        .put("gen_ai.request.model", "gpt-flat")
        .put("gen_ai.operation.name", "chat");
  }

  private Map<Attributes, Long> longs(String metric) {
    return telemetry.metric(metric).getLongSumData().getPoints().stream()
        .collect(Collectors.toMap(point -> point.getAttributes(), point -> point.getValue()));
  }

  private Map<Attributes, Double> doubles(String metric) {
    return telemetry.metric(metric).getDoubleSumData().getPoints().stream()
        .collect(Collectors.toMap(DoublePointData::getAttributes, DoublePointData::getValue));
  }
}
