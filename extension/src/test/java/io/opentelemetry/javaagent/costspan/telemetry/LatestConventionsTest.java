package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.UsualAttribution;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.sdk.metrics.data.MetricData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestConventionsTest {

  private final TestTelemetry telemetry = TestTelemetry.setup()
      .settings(TelemetrySettings.builder("1").latestConventions(true).tenantKey("org.unit"))
      .attribution(UsualAttribution.create())
      .build();

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void renamesWhatTheMainBranchHasRenamedAndNothingElse() {
    RequestFacts request = RequestFacts.builder()
        .model("gpt-flat")
        .parameter(RequestParameter.TOP_K, 40.0)
        .build();
    ResponseFacts.Builder facts = Calls.cachedFacts();
    facts.usage().set(Count.CACHE_WRITE, 100);
    CallRecording call = telemetry.calls().start(Calls.chat(request, Context.root()));
    call.chunk(null);
    call.chunk(null);
    call.end(Calls.success(facts));

    assertThat(telemetry.onlySpan().getAttributes().asMap())
        .containsEntry(AttributeKey.longKey("gen_ai.usage.cache_write.input_tokens"), 100L)
        .containsEntry(AttributeKey.longKey("gen_ai.request.top_k"), 40L)
        .containsEntry(AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens"), 400L)
        .doesNotContainKey(AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens"));
    assertThat(telemetry.metrics())
        .extracting(MetricData::getName)
        .filteredOn(name -> name.startsWith("gen_ai."))
        .containsExactlyInAnyOrder(
            "gen_ai.client.inference.duration",
            "gen_ai.client.inference.time_to_first_chunk",
            "gen_ai.client.inference.time_per_output_chunk",
            "gen_ai.client.inference.usage.input_tokens",
            "gen_ai.client.inference.usage.output_tokens",
            "gen_ai.client.inference.usage.cache_read.input_tokens",
            "gen_ai.client.inference.usage.cache_write.input_tokens",
            "gen_ai.client.inference.usage.reasoning.output_tokens",
            "gen_ai.client.inference.operation.input_tokens",
            "gen_ai.client.inference.operation.output_tokens",
            "gen_ai.client.operation.cost");
  }

  @Test
  void countsTokensInTotalsAndTheirParts() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat"), Calls.answer(10, 1));

    assertThat(sum("input_tokens")).isEqualTo(1_010);
    assertThat(sum("output_tokens")).isEqualTo(101);
    assertThat(sum("cache_read.input_tokens")).isEqualTo(400);
    assertThat(sum("reasoning.output_tokens")).isEqualTo(30);
    assertThat(telemetry.hasMetric("gen_ai.client.inference.usage.cache_write.input_tokens"))
        .isFalse();
  }

  @Test
  void showsTheTenantUnderTheKeyOfTheSetting() {
    telemetry.call(
        Calls.chat("gpt-flat", TestTelemetry.paidBy("acme", "search")), Calls.cachedAnswer());

    AttributeKey<String> key = AttributeKey.stringKey("org.unit");
    assertThat(telemetry.onlySpan().getAttributes().get(key)).isEqualTo("acme");
    assertThat(telemetry.events().get(0).getAttributes().get(key)).isEqualTo("acme");
    assertThat(telemetry.longsBy("llm.requests", key)).containsOnlyKeys("acme");
  }

  private long sum(String name) {
    return telemetry
        .metric("gen_ai.client.inference.usage." + name)
        .getLongSumData()
        .getPoints()
        .stream()
        .mapToLong(point -> point.getValue())
        .sum();
  }
}
