package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.LedgerEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that came out of a run against who was to pay for which call. */
final class PayerCheck {
  private final Run run;
  private final Map<Long, ExpectedPayer> payers;
  private final Map<Long, LedgerEntry> billed = new TreeMap<>();

  /**
   * @param payers by call number
   */
  PayerCheck(Run run, Map<Long, ExpectedPayer> payers) {
    this.run = run;
    this.payers = payers;
    run.ledger().entries().forEach(entry -> billed.put(entry.callNumber(), entry));
  }

  void all() {
    assertThat(billed.keySet()).as("calls that the provider billed").isEqualTo(payers.keySet());
    spansAndEventsNameThePayer();
    metricsSayOfEachPayerWhatTheProviderBilled();
    rootsAddUpTheirCalls();
    assertThat(run.received().sum("costspan.failures", Map.of())).isZero();
  }

  void spansAndEventsNameThePayer() {
    Map<String, ReceivedEvent> events = run.received().eventsNamed("llm.call").stream()
        .collect(Collectors.toMap(ReceivedEvent::spanId, Function.identity()));
    List<ReceivedSpan> spans = run.received().spansOf(Run.SCOPE);
    assertThat(spans).hasSameSizeAs(payers.keySet());
    assertThat(events).hasSameSizeAs(spans);
    for (ReceivedSpan span : spans) {
      ExpectedPayer payer = payers.get(numberOf(span));
      assertThat(payerOf(span.attributes())).as(span.toString()).isEqualTo(payer);
      assertThat(payerOf(events.get(span.spanId()).attributes())).isEqualTo(payer);
      double usd = billed.get(numberOf(span)).bill().total().doubleValue();
      assertThat(span.attributes().number("gen_ai.usage.cost.amount")).isEqualTo(usd);
      assertThat(events.get(span.spanId()).attributes().number("gen_ai.usage.cost.amount"))
          .isEqualTo(usd);
    }
  }

  void metricsSayOfEachPayerWhatTheProviderBilled() {
    Map<Map<String, String>, List<LedgerEntry>> byLabels = billed.values().stream()
        .collect(Collectors.groupingBy(entry -> labels(payers.get(entry.callNumber()))));
    byLabels.forEach((labels, entries) -> {
      assertThat(sum("llm.requests", labels)).isEqualByComparingTo(of(entries.size()));
      assertThat(sum("llm.tokens", labels)).isEqualByComparingTo(of(tokens(entries)));
      assertThat(sum("llm.cost", labels)).as(labels.toString()).isEqualByComparingTo(usd(entries));
    });
    assertThat(sum("llm.requests", Map.of())).isEqualByComparingTo(of(billed.size()));
    assertThat(sum("llm.cost", Map.of())).isEqualByComparingTo(run.ledger().invoicedUsd());
  }

  /** Requests come without a trace, so the local root is the root of the trace. */
  void rootsAddUpTheirCalls() {
    Map<String, List<LedgerEntry>> byTrace = new TreeMap<>();
    for (ReceivedSpan span : run.received().spansOf(Run.SCOPE)) {
      byTrace
          .computeIfAbsent(span.traceId(), id -> new ArrayList<>())
          .add(billed.get(numberOf(span)));
    }
    for (ReceivedSpan root : run.received().spans()) {
      if (root.parentSpanId().isEmpty() && byTrace.containsKey(root.traceId())) {
        addsUp(root, byTrace.remove(root.traceId()));
      }
    }
    assertThat(byTrace).as("calls without a root").isEmpty();
  }

  private void addsUp(ReceivedSpan root, List<LedgerEntry> calls) {
    Attributes sums = root.attributes();
    ExpectedPayer payer = payers.get(calls.get(0).callNumber());
    assertThat(sums.integer("llm.request.calls")).as(root.toString()).isEqualTo(calls.size());
    assertThat(sums.integer("llm.request.tokens")).isEqualTo(tokens(calls));
    assertThat(sums.number("llm.request.cost")).isEqualTo(usd(calls).doubleValue());
    assertThat(sums.stringOrEmpty("tenant.id")).isEqualTo(payer.tenant());
    assertThat(sums.string("llm.feature")).isEqualTo(payer.feature());
  }

  private BigDecimal sum(String metric, Map<String, String> labels) {
    return run.received().sum(metric, labels);
  }

  private static long numberOf(ReceivedSpan span) {
    return span.attributes().integer("gen_ai.request.max_tokens");
  }

  private static ExpectedPayer payerOf(Attributes attributes) {
    String session = attributes.stringOrEmpty("session.id");
    return new ExpectedPayer(
        attributes.stringOrEmpty("tenant.id"),
        session.isEmpty() ? null : session,
        attributes.stringOrEmpty("llm.feature"));
  }

  private static Map<String, String> labels(ExpectedPayer payer) {
    return Map.of("tenant.id", label(payer.tenant()), "llm.feature", label(payer.feature()));
  }

  private static String label(String name) {
    return name.isEmpty() ? "unknown" : name;
  }

  private static BigDecimal usd(List<LedgerEntry> entries) {
    return entries.stream()
        .map(entry -> entry.bill().total())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long tokens(List<LedgerEntry> entries) {
    return entries.stream()
        .mapToLong(entry -> entry.tokens().input() + entry.tokens().output())
        .sum();
  }

  private static BigDecimal of(long count) {
    return BigDecimal.valueOf(count);
  }
}
