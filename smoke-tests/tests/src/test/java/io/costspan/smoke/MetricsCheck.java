package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.ReceivedPoint;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The counters of one run against the provider's ledger (telemetry reference, section 2). */
final class MetricsCheck {
  private final Run run;
  private final App app;

  MetricsCheck(Run run, App app) {
    this.run = run;
    this.app = app;
  }

  void countsEveryCallOnceByOutcome() {
    for (String outcome : List.of("success", "error", "cancelled")) {
      long calls = app.scenarios().stream()
          .filter(s -> expected(s).outcome().equals(outcome))
          .count();
      assertThat(run.received().sum("llm.requests", Map.of("llm.outcome", outcome)))
          .as(outcome)
          .isEqualByComparingTo(BigDecimal.valueOf(calls));
    }
    assertThat(run.received().sum("llm.requests", Map.of()))
        .isEqualByComparingTo(BigDecimal.valueOf(app.scenarios().size()));
  }

  void countsTokensInDisjointKinds() {
    hasTokens("input", Tokens::uncachedInput);
    hasTokens("cache_read", Tokens::cacheRead);
    hasTokens("cache_write", Tokens::cacheWrite);
    hasTokens("output", tokens -> tokens.output() - tokens.reasoning());
    hasTokens("reasoning", Tokens::reasoning);
  }

  void costsWhatTheProviderBilled() {
    costs("input", Bill::input);
    costs("cache_read", Bill::cacheRead);
    costs("cache_write", Bill::cacheWrite);
    costs("output", Bill::output);
    assertThat(run.received().sum("llm.cost", Map.of())).isEqualByComparingTo(priced(Bill::total));
  }

  void countsWhatIsUnpricedByReason() {
    for (String reason : List.of("unknown_model", "no_usage", "partial_usage")) {
      long calls = app.scenarios().stream()
          .filter(s -> reason.equals(expected(s).unpricedReason()))
          .count();
      BigDecimal counted = run.received().points("llm.unpriced").stream()
          .filter(point -> point.attributes().asMap().containsValue(reason))
          .map(point -> new BigDecimal(point.sum().toString()))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(counted).as(reason).isEqualByComparingTo(BigDecimal.valueOf(calls));
    }
  }

  void hasTheConventionsHistogramsWithoutTenants() {
    List<String> metrics =
        new ArrayList<>(List.of("gen_ai.client.operation.duration", "gen_ai.client.token.usage"));
    if (app.scenarios().stream().anyMatch(scenario -> expected(scenario).isPriced())) {
      metrics.add("gen_ai.client.operation.cost");
    }
    if (app.has(Feature.STREAMS) || app.has(Feature.ASYNC_STREAMS)) {
      metrics.add("gen_ai.client.operation.time_to_first_chunk");
    }
    for (String metric : metrics) {
      assertThat(ofUs(metric)).as(metric).isNotEmpty();
      for (ReceivedPoint point : ofUs(metric)) {
        assertThat(point.kind()).as(metric).isEqualTo(ReceivedPoint.Kind.HISTOGRAM);
        assertThat(point.attributes().has("tenant.id")).as(metric).isFalse();
      }
    }
    long timed = ofUs("gen_ai.client.operation.duration").stream()
        .mapToLong(ReceivedPoint::count)
        .sum();
    assertThat(timed).isEqualTo(app.scenarios().size());
  }

  void describesEveryInstrument() {
    assertThat(run.received().points())
        .filteredOn(point -> point.scope().equals(Run.SCOPE))
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.description()).as(point.metric()).isNotBlank());
  }

  void failedNowhere() {
    assertThat(run.received().sum("costspan.failures", Map.of())).isZero();
  }

  private List<ReceivedPoint> ofUs(String metric) {
    return run.received().points(metric).stream()
        .filter(p -> p.scope().equals(Run.SCOPE))
        .toList();
  }

  private void hasTokens(String kind, Function<Tokens, Long> part) {
    long tokens = app.scenarios().stream()
        .filter(scenario -> isCounted(scenario, kind))
        .mapToLong(scenario -> part.apply(Calls.billed(run, scenario).tokens()))
        .sum();
    assertThat(run.received().sum("llm.tokens", Map.of("llm.token.kind", kind)))
        .as(kind)
        .isEqualByComparingTo(BigDecimal.valueOf(tokens));
  }

  /** Input counts of a stream that was cut off are known; they are counted, though not priced. */
  private boolean isCounted(Scenario scenario, String kind) {
    return switch (expected(scenario).usageStatus()) {
      case "measured" -> true;
      case "partial" -> !kind.equals("output") && !kind.equals("reasoning");
      default -> false;
    };
  }

  private void costs(String kind, Function<Bill, BigDecimal> part) {
    assertThat(run.received().sum("llm.cost", Map.of("llm.cost.kind", kind)))
        .as(kind)
        .isEqualByComparingTo(priced(part));
  }

  private BigDecimal priced(Function<Bill, BigDecimal> part) {
    return app.scenarios().stream()
        .filter(scenario -> expected(scenario).isPriced())
        .map(scenario -> part.apply(Calls.billed(run, scenario).bill()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Expectation expected(Scenario scenario) {
    return Expectation.of(scenario, app);
  }
}
