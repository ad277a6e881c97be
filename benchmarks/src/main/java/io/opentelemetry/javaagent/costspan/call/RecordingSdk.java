package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An SDK that exports nothing, and can tell what the first call made it emit. */
final class RecordingSdk {
  private final OpenTelemetrySdk sdk;
  private SpanData span;
  private LogRecordData event;
  private List<MetricData> metrics = List.of();

  RecordingSdk() {
    sdk = OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder().addSpanProcessor(new First()).build())
        .setLoggerProvider(SdkLoggerProvider.builder()
            .addLogRecordProcessor((context, record) -> {
              event = event == null ? record.toLogRecordData() : event;
            })
            .build())
        .setMeterProvider(SdkMeterProvider.builder()
            .registerMetricReader(PeriodicMetricReader.builder(new Latest())
                .setInterval(Duration.ofDays(1))
                .build())
            .build())
        .build();
  }

  OpenTelemetrySdk openTelemetry() {
    return sdk;
  }

  /** Fails when anything of ours did: that was not measured. */
  Emission emission() {
    sdk.getSdkMeterProvider().forceFlush().join(10, TimeUnit.SECONDS);
    for (MetricData metric : metrics) {
      if (metric.getName().equals("costspan.failures")
          && !metric.getData().getPoints().isEmpty()) {
        throw new IllegalStateException(metric.toString());
      }
    }
    return new Emission(sdk, span, event, metrics);
  }

  private final class First implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan started) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan ended) {
      span = span == null ? ended.toSpanData() : span;
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  private final class Latest implements MetricExporter {
    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrument) {
      return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> collected) {
      metrics = List.copyOf(collected);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
