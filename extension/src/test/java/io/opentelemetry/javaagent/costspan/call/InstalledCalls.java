package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.UsualAttribution;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.telemetry.CallTelemetry;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.TelemetrySettings;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The whole core, as it runs in the agent, over an SDK that keeps what it is given. */
public final class InstalledCalls implements AutoCloseable {

  static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant.id");
  /** Generous, since full collections are slow where cores are few: once 20 s were too little. */
  private static final long DEADLINE_NANOS = Duration.ofSeconds(60).toNanos();

  private static final long TURN_OF_THE_REAPER_NANOS = Duration.ofMillis(10).toNanos();

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final InMemoryLogRecordExporter events = InMemoryLogRecordExporter.create();
  private final Context opened = Context.current();
  private final OpenTelemetrySdk sdk;

  private InstalledCalls(Sampler sampler, @Nullable LogRecordProcessor eventsTo) {
    sdk = OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build())
        .setMeterProvider(
            SdkMeterProvider.builder().registerMetricReader(metrics).build())
        .setLoggerProvider(SdkLoggerProvider.builder()
            .addLogRecordProcessor(
                eventsTo == null ? SimpleLogRecordProcessor.create(events) : eventsTo)
            .build())
        .build();
  }

  public static InstalledCalls install() {
    return install(PriceBook.bundled());
  }

  static InstalledCalls install(Pricing pricing) {
    return install(pricing, CallSettings.standard());
  }

  public static InstalledCalls install(Pricing pricing, CallSettings settings) {
    return new InstalledCalls(Sampler.alwaysOn(), null).start(pricing, settings);
  }

  /** Calls whose payers are looked up otherwise than usual. */
  static InstalledCalls install(Attribution attribution) {
    return new InstalledCalls(Sampler.alwaysOn(), null)
        .start(PriceBook.bundled(), CallSettings.standard(), attribution);
  }

  /** So many calls that no span is kept. */
  static InstalledCalls installForLoad(LogRecordProcessor events) {
    return new InstalledCalls(Sampler.alwaysOff(), events)
        .start(PriceBook.bundled(), CallSettings.standard());
  }

  private InstalledCalls start(Pricing pricing, CallSettings settings) {
    return start(pricing, settings, UsualAttribution.create());
  }

  private InstalledCalls start(Pricing pricing, CallSettings settings, Attribution attribution) {
    Failures failures = new Failures();
    failures.bind(sdk.getMeter("io.costspan"));
    LlmCalls.install(
        settings,
        CallTelemetry.create(
            sdk,
            TelemetrySettings.builder("test").build(),
            pricing,
            attribution,
            failures,
            System::nanoTime),
        failures);
    return this;
  }

  public List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  public SpanData onlySpan() {
    assertThat(spans()).hasSize(1);
    return spans().get(0);
  }

  /** The ledger's. */
  List<LogRecordData> events() {
    return events.getFinishedLogRecordItems();
  }

  /** Of the metrics that have a value. */
  List<String> names() {
    return metrics.collectAllMetrics().stream().map(MetricData::getName).toList();
  }

  /** The sum over all series of a counter, whatever it counts in. */
  public double sumOf(String counter) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(counter))
        .flatMap(metric -> metric.getData().getPoints().stream())
        .map(point -> point instanceof LongPointData
            ? BigDecimal.valueOf(((LongPointData) point).getValue())
            : BigDecimal.valueOf(((DoublePointData) point).getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  String everythingMeasured() {
    return metrics.collectAllMetrics().toString();
  }

  /** The sum of a counter over all series with one tenant, exact. */
  BigDecimal sumOf(String counter, String tenant) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals(counter))
        .flatMap(metric -> metric.getDoubleSumData().getPoints().stream())
        .filter(point -> tenant.equals(point.getAttributes().get(TENANT)))
        .map(point -> BigDecimal.valueOf(point.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public long failuresAt(String site) {
    return metrics.collectAllMetrics().stream()
        .filter(metric -> metric.getName().equals("costspan.failures"))
        .map(MetricData::getLongSumData)
        .flatMap(sum -> sum.getPoints().stream())
        .filter(point -> point.getAttributes().asMap().containsValue(site))
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  /** Collects garbage until a span has ended: what the reaper does cannot be awaited otherwise. */
  public void collectUntilEnded() {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (spans().isEmpty() && System.nanoTime() < deadline) {
      System.gc();
      LockSupport.parkNanos(TURN_OF_THE_REAPER_NANOS);
    }
  }

  /** Waits for a span that ends on a thread of the client's. */
  public SpanData awaitOnlySpan() {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (spans().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    return onlySpan();
  }

  /** A test that leaves its call on the thread would have the next one's be part of it. */
  @Override
  public void close() {
    sdk.close();
    assertThat(Context.current()).as("context of the thread").isSameAs(opened);
  }
}
