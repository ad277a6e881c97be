package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.CallFields;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.attribution.UsualAttribution;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The ledger counters alone, over a real SDK, fast enough for millions of calls. */
final class TestLedger implements AutoCloseable {

  static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant.id");
  private static final CallEnd ANSWER = Calls.answer(10, 0);

  private final AtomicLong nanos = new AtomicLong();
  private final Failures failures = new Failures();
  private final InMemoryMetricReader reader;
  private final SdkMeterProvider meters;
  private final Labels labels;
  private final LedgerSums ledger;
  private final ActionCounter actions;
  private final InFlight adding = new InFlight();

  private TestLedger(TelemetrySettings settings, InMemoryMetricReader reader) {
    this.reader = reader;
    this.meters = SdkMeterProvider.builder().registerMetricReader(reader).build();
    Names names = Names.published("tenant.id");
    labels = new Labels(names, settings);
    ledger = new LedgerSums(names, labels, adding, settings.maxSeries());
    actions =
        new ActionCounter(names, labels, adding, UsualAttribution.create(), settings.maxSeries());
    Meter meter = meters.get("test");
    labels.bind(meter);
    failures.bind(meter);
    new LedgerCollector(
            labels, settings.rotation(), adding, List.of(ledger, actions), failures, nanos::get)
        .bind(meter);
  }

  static TestLedger cumulative(TelemetrySettings.Builder settings) {
    return new TestLedger(settings.build(), InMemoryMetricReader.create());
  }

  static TestLedger deltas(TelemetrySettings.Builder settings) {
    return new TestLedger(settings.build(), InMemoryMetricReader.createDelta());
  }

  /** Who calls what; its calls are made from it. */
  StartedCall caller(String tenant, String feature, String model) {
    CallStart start = Calls.chat(RequestFacts.builder().model(model).build(), Context.root());
    Payer payer =
        UsualAttribution.create().resolve(TestTelemetry.paidBy(tenant, feature), CallFields.NONE);
    return new StartedCall(
        start, payer, CallLabels.of(start, labels), Span.getInvalid(), Instant.EPOCH);
  }

  void call(StartedCall caller, Quote quote) {
    ledger.record(new FinishedCall(caller, ANSWER, quote, new CallClock(0)));
  }

  /** A number of calls at a price. */
  void call(String tenant, int calls, String usd) {
    StartedCall caller = caller(tenant, "search", "gpt");
    for (int i = 0; i < calls; i++) {
      call(caller, priced(usd));
    }
  }

  InFlight adding() {
    return adding;
  }

  void act(String tenant) {
    actions.acted(TestTelemetry.paidBy(tenant, ""), "search");
  }

  static Quote priced(String usd) {
    return Quote.of(
        Cost.local(Map.of(CostKind.INPUT, new BigDecimal(usd)), BigDecimal.ZERO, "e", "v"));
  }

  static Quote unpriced() {
    return Quote.unpriced(UnpricedReason.UNKNOWN_MODEL);
  }

  Collected collect() {
    return new Collected(reader.collectAllMetrics());
  }

  Collected collectAfterMinutes(long minutes) {
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(minutes));
    return collect();
  }

  /** What is reachable, after collecting until no less is left. */
  static long heldBytes() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Override
  public void close() {
    meters.close();
  }

  /** What one collection brought. */
  record Collected(Collection<MetricData> metrics) {

    /** USD by a label; exact, for the shortest decimal of each double is what was added. */
    Map<String, BigDecimal> usdBy(AttributeKey<String> label) {
      Map<String, BigDecimal> sums = new TreeMap<>();
      usd().forEach((labels, usd) -> sums.merge(labels.get(label), usd, BigDecimal::add));
      return sums;
    }

    Map<Attributes, BigDecimal> usd() {
      return metrics.stream()
          .filter(metric -> metric.getName().equals("llm.cost"))
          .flatMap(metric -> metric.getDoubleSumData().getPoints().stream())
          .collect(Collectors.toMap(
              point -> point.getAttributes(), point -> BigDecimal.valueOf(point.getValue())));
    }

    BigDecimal allUsd() {
      return usd().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Map<String, Long> longsBy(String name, AttributeKey<String> label) {
      Map<String, Long> sums = new TreeMap<>();
      metrics.stream()
          .filter(metric -> metric.getName().equals(name))
          .flatMap(metric -> metric.getLongSumData().getPoints().stream())
          .forEach(
              point -> sums.merge(point.getAttributes().get(label), point.getValue(), Long::sum));
      return sums;
    }

    long all(String name) {
      return longsBy(name, TENANT).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many values of a label there are at most for one set of the others, on any counter. */
    long mostValuesOf(AttributeKey<String> label) {
      return metrics.stream()
          .filter(metric -> metric.getName().startsWith("llm."))
          .flatMap(metric -> metric.getData().getPoints().stream()
              .collect(Collectors.groupingBy(
                  point -> List.of(
                      metric.getName(),
                      point.getAttributes().toBuilder().remove(label).build()),
                  Collectors.counting()))
              .values()
              .stream())
          .mapToLong(Long::longValue)
          .max()
          .orElse(0);
    }

    int series(String name) {
      return metrics.stream()
          .filter(metric -> metric.getName().equals(name))
          .mapToInt(metric -> metric.getData().getPoints().size())
          .sum();
    }
  }
}
