package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.List;

/**
 * Sums under labels whose names may go to other values. Only {@link #report} and {@link #fold} are
 * here: for one thread at a time.
 */
interface LabelledSums {

  /** Makes the instruments that the sums are reported to. Once, before they are. */
  List<ObservableMeasurement> instruments(Meter meter);

  void report();

  /**
   * Takes away the sums under names that are shown no more. Nobody adds to them meanwhile.
   *
   * @param merge whether they are added to those under {@code other}
   */
  void fold(boolean merge);
}
