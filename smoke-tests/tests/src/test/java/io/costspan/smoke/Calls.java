package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.LedgerEntry;
import java.util.List;

/** Finds what belongs to one scenario. */
final class Calls {
  private Calls() {}

  static ReceivedSpan span(Run run, Scenario scenario) {
    List<ReceivedSpan> spans = run.received().spansOf(Run.SCOPE).stream()
        .filter(span -> isOf(scenario, span.attributes()))
        .toList();
    assertThat(spans).as("spans of %s", scenario.label()).hasSize(1);
    return spans.get(0);
  }

  static ReceivedEvent event(Run run, ReceivedSpan span) {
    List<ReceivedEvent> events = run.received().eventsNamed("llm.call").stream()
        .filter(event -> event.spanId().equals(span.spanId()))
        .toList();
    assertThat(events).as("ledger events of %s", span.name()).hasSize(1);
    return events.get(0);
  }

  /** What the provider billed. */
  static LedgerEntry billed(Run run, Scenario scenario) {
    List<LedgerEntry> entries = run.ledger().entries().stream()
        .filter(entry -> isEmbeddings(scenario)
            ? entry.protocol().isEmbeddings() && entry.tokens().input() == scenario.number()
            : entry.callNumber() == scenario.number())
        .toList();
    assertThat(entries).as("ledger entries of %s", scenario.label()).hasSize(1);
    return entries.get(0);
  }

  static boolean isEmbeddings(Scenario scenario) {
    return scenario == Scenario.EMBEDDINGS || scenario == Scenario.EMBEDDINGS_BASE64;
  }

  private static boolean isOf(Scenario scenario, Attributes attributes) {
    String numbered =
        isEmbeddings(scenario) ? "gen_ai.usage.input_tokens" : "gen_ai.request.max_tokens";
    return attributes.has(numbered) && attributes.integer(numbered) == scenario.number();
  }
}
