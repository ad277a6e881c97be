package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator got wrong is said once each; everything else goes on with the default. */
class NonsenseSettingsIT {
  @Test
  void warnsOfEachAndBillsAllTheSame() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.labels.max-tenants", "many")
        .property("otel.instrumentation.costspan.native", "perhaps")
        .property("otel.instrumentation.costspan.pricing.file", "/nowhere/prices.json")
        .property("otel.instrumentation.costspan.methods", "com.acme.A#b=one,com.acme.A#b=two")
        .property("otel.instrumentation.costspan.tenant.from", "method:1,value:acme")
        .scenariosOf(App.ANTHROPIC_NEWEST, Scenario.SYNC);

    List<String> warnings = run.jvm().stderr().stream()
        .filter(line -> line.contains(" WARN ") && line.contains("costspan"))
        .toList();
    for (String wrong : List.of(
        "labels.max-tenants",
        "native",
        "/nowhere/prices.json",
        "com.acme.A#b=two",
        "method:1 never answers")) {
      assertThat(warnings).filteredOn(line -> line.contains(wrong)).as(wrong).hasSize(1);
    }
    assertThat(warnings).hasSize(5);
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
  }
}
