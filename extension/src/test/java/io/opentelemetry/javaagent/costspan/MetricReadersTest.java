package io.opentelemetry.javaagent.costspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.telemetry.Rotation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import org.junit.jupiter.api.Test;

class MetricReadersTest {

  @Test
  void sumsAreMergedWhereAllReadersAreCumulative() {
    assertThat(rotation()).isEqualTo(Rotation.MERGE);
    assertThat(rotation(InMemoryMetricReader.create())).isEqualTo(Rotation.MERGE);
    assertThat(rotation(InMemoryMetricReader.create(), InMemoryMetricReader.create()))
        .isEqualTo(Rotation.MERGE);
  }

  @Test
  void sumsAreDroppedForASingleReaderOfDeltas() {
    InMemoryMetricExporter deltas = InMemoryMetricExporter.create(AggregationTemporality.DELTA);

    assertThat(rotation(InMemoryMetricReader.createDelta())).isEqualTo(Rotation.DROP);
    assertThat(rotation(PeriodicMetricReader.create(deltas))).isEqualTo(Rotation.DROP);
  }

  @Test
  void namesStayWhereOneOfSeveralReadsDeltas() {
    assertThat(rotation(InMemoryMetricReader.create(), InMemoryMetricReader.createDelta()))
        .isEqualTo(Rotation.NEVER);
  }

  @Test
  void thePreferenceLowMemoryReadsOurCountersCumulatively() {
    assertThat(AggregationTemporalitySelector.lowMemory()
            .getAggregationTemporality(InstrumentType.OBSERVABLE_COUNTER))
        .isEqualTo(AggregationTemporality.CUMULATIVE);
  }

  @Test
  void namesStayWhereNobodyTells() {
    assertThat(MetricReaders.rotation(() -> {
          throw new IllegalStateException("on purpose");
        }))
        .isEqualTo(Rotation.NEVER);
  }

  private static Rotation rotation(MetricReader... readers) {
    SdkMeterProviderBuilder meters = SdkMeterProvider.builder();
    for (MetricReader reader : readers) {
      meters.registerMetricReader(reader);
    }
    try (SdkMeterProvider provider = meters.build()) {
      return MetricReaders.rotation(() -> provider);
    }
  }
}
