package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The series of one instrument in one row, each made when something is first added to it. */
final class SeriesArray<S> {

  private final AtomicReferenceArray<S> series;
  private final IntFunction<S> maker;
  private final AtomicInteger made;

  /**
   * @param maker makes the series at an index; may be asked twice for one
   * @param made counts the series of the instrument, over all rows
   */
  SeriesArray(int length, IntFunction<S> maker, AtomicInteger made) {
    this.series = new AtomicReferenceArray<>(length);
    this.maker = maker;
    this.made = made;
  }

  S at(int index) {
    S known = series.get(index);
    return known != null ? known : make(index);
  }

  void forEach(Consumer<S> action) {
    for (int i = 0; i < series.length(); i++) {
      S one = series.get(i);
      if (one != null) {
        action.accept(one);
      }
    }
  }

  private S make(int index) {
    S fresh = maker.apply(index);
    if (series.compareAndSet(index, null, fresh)) {
      made.incrementAndGet();
      return fresh;
    }
    return series.get(index);
  }
}
