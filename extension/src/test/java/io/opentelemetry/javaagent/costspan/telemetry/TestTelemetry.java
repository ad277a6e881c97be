package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.UsualAttribution;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Telemetry over a real SDK that exports into memory, on the 1st of December 2026. */
final class TestTelemetry implements AutoCloseable {

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final InMemoryLogRecordExporter events = InMemoryLogRecordExporter.create();
  private final AtomicLong nanos = new AtomicLong(1_000_000);
  private final Failures failures = new Failures();
  private final SdkParts sdk;
  private final CallTelemetry calls;

  private TestTelemetry(Setup setup) {
    sdk = new SdkParts(
        SdkTracerProvider.builder()
            .setSampler(setup.sampler)
            .addSpanProcessor(setup.spanProcessor)
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build(),
        SdkMeterProvider.builder().registerMetricReader(metrics).build(),
        SdkLoggerProvider.builder()
            .addLogRecordProcessor(setup.logProcessor)
            .addLogRecordProcessor(
                setup.keepEvents
                    ? SimpleLogRecordProcessor.create(events)
                    : LogRecordProcessor.composite())
            .build());
    calls = CallTelemetry.create(
        sdk,
        setup.settings.build(),
        setup.pricing,
        setup.attribution,
        failures,
        nanos::get,
        setup.clock);
  }

  static TestTelemetry create() {
    return new Setup().build();
  }

  static Setup setup() {
    return new Setup();
  }

  CallTelemetry calls() {
    return calls;
  }

  SdkParts sdk() {
    return sdk;
  }

  Failures failures() {
    return failures;
  }

  void passMillis(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Makes a whole call. */
  void call(CallStart start, CallEnd end) {
    calls.start(start).end(end);
  }

  List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  SpanData onlySpan() {
    List<SpanData> all = spans();
    if (all.size() != 1) {
      throw new AssertionError("not one span: " + all);
    }
    return all.get(0);
  }

  List<LogRecordData> events() {
    return events.getFinishedLogRecordItems();
  }

  Collection<MetricData> metrics() {
    return metrics.collectAllMetrics();
  }

  MetricData metric(String name) {
    return metrics().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  boolean hasMetric(String name) {
    return metrics().stream().anyMatch(metric -> metric.getName().equals(name));
  }

  /** Sums of a counter of longs by one label; a series without it counts under "". */
  Map<String, Long> longsBy(String metric, AttributeKey<String> label) {
    Map<String, Long> sums = new TreeMap<>();
    metric(metric).getLongSumData().getPoints().forEach(point -> {
      String value = point.getAttributes().get(label);
      sums.merge(value == null ? "" : value, point.getValue(), Long::sum);
    });
    return sums;
  }

  @Override
  public void close() {
    sdk.close();
  }

  /** What differs between tests. */
  static final class Setup {

    private Sampler sampler = Sampler.alwaysOn();
    private SpanProcessor spanProcessor = SpanProcessor.composite();
    private LogRecordProcessor logProcessor = LogRecordProcessor.composite();
    private boolean keepEvents = true;
    private Clock clock = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    private Pricing pricing = new FlatRate();
    private Attribution attribution = UsualAttribution.create();
    private TelemetrySettings.Builder settings = TelemetrySettings.builder("1.2.3");

    Setup sampler(Sampler value) {
      sampler = value;
      return this;
    }

    Setup spanProcessor(SpanProcessor value) {
      spanProcessor = value;
      return this;
    }

    /** Sees every event; nothing is kept then. */
    Setup logProcessor(LogRecordProcessor value) {
      logProcessor = value;
      keepEvents = false;
      return this;
    }

    Setup pricing(Pricing value) {
      pricing = value;
      return this;
    }

    /** Dates the prices and the events. */
    Setup clock(Clock value) {
      clock = value;
      return this;
    }

    Setup attribution(Attribution value) {
      attribution = value;
      return this;
    }

    Setup settings(TelemetrySettings.Builder value) {
      settings = value;
      return this;
    }

    TestTelemetry build() {
      return new TestTelemetry(this);
    }
  }

  /** A context in which baggage names who pays. */
  static Context paidBy(String tenant, String feature) {
    return Baggage.builder()
        .put("tenant.id", tenant)
        .put("llm.feature", feature)
        .build()
        .storeInContext(Context.root());
  }
}
