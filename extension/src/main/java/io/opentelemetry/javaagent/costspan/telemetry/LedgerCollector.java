package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Reports all sums under bounded labels at once and then lets names go to those that spend more, so
 * that no collection sees a sum on its way: in both places or in none. Thread-safe.
 */
final class LedgerCollector {

  /** Of spend, when it is compared: who was large yesterday does not stand in the way today. */
  private static final double HALF_LIFE_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Labels labels;
  private final Rotation rotation;
  private final InFlight adding;
  private final List<LabelledSums> sums;
  private final Failures failures;
  private final LongSupplier nanoTime;
  private long agedAtNanos;

  /**
   * @param adding whoever adds to the sums is inside
   */
  LedgerCollector(
      Labels labels,
      Rotation rotation,
      InFlight adding,
      List<LabelledSums> sums,
      Failures failures,
      LongSupplier nanoTime) {
    this.labels = labels;
    this.rotation = rotation;
    this.adding = adding;
    this.sums = sums;
    this.failures = failures;
    this.nanoTime = nanoTime;
    this.agedAtNanos = nanoTime.getAsLong();
  }

  void bind(Meter meter) {
    List<ObservableMeasurement> all = new ArrayList<>();
    sums.forEach(each -> all.addAll(each.instruments(meter)));
    ObservableMeasurement first = all.remove(0);
    meter.batchCallback(this::collect, first, all.toArray(new ObservableMeasurement[0]));
  }

  private synchronized void collect() {
    try {
      boolean dismissed = rotation != Rotation.NEVER && labels.dismiss(remaining());
      if (dismissed) {
        // Who has read a name that was taken adds to its sums: wait until that is done.
        adding.awaitThoseInside();
      }
      sums.forEach(LabelledSums::report);
      if (dismissed) {
        sums.forEach(each -> each.fold(rotation == Rotation.MERGE));
        labels.appoint();
      }
    } catch (Throwable t) {
      failures.count("collection", t);
    }
  }

  private double remaining() {
    long now = nanoTime.getAsLong();
    double halfLives = (now - agedAtNanos) / HALF_LIFE_NANOS;
    agedAtNanos = now;
    return Math.pow(0.5, halfLives);
  }
}
