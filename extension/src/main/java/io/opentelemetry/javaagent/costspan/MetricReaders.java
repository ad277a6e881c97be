package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.telemetry.Rotation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.internal.export.RegisteredReader;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds out who reads the metrics, which decides how the names of labels change hands. */
final class MetricReaders {

  private static final Logger logger = Logger.getLogger(MetricReaders.class.getName());

  private MetricReaders() {}

  /** What fits all readers. Asks the SDK itself: settings, files and code all end there. */
  static Rotation rotation(Supplier<SdkMeterProvider> meters) {
    try {
      List<?> readers = registered(meters.get());
      if (readers.stream().noneMatch(MetricReaders::readsDeltas)) {
        return Rotation.MERGE;
      }
      return readers.size() == 1 ? Rotation.DROP : Rotation.NEVER;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      logger.log(
          Level.WARNING,
          "Costspan cannot find out who reads the metrics: tenants, features and models that came"
              + " first keep their names, whatever others spend",
          e);
      return Rotation.NEVER;
    }
  }

  private static List<?> registered(SdkMeterProvider meters) throws ReflectiveOperationException {
    Field field = SdkMeterProvider.class.getDeclaredField("registeredReaders");
    field.setAccessible(true);
    return (List<?>) field.get(meters);
  }

  private static boolean readsDeltas(Object registered) {
    return ((RegisteredReader) registered)
            .getReader()
            .getAggregationTemporality(InstrumentType.OBSERVABLE_COUNTER)
        == AggregationTemporality.DELTA;
  }
}
