package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The series of one counter in one row, each made when something is first added to it. When the
 * counter has no room for it, a wider row's takes its place, for good. Thread-safe and lock-free.
 */
final class SeriesArray<S extends Series> {

  private final AtomicReferenceArray<S> series;
  private final LedgerKey key;
  private final SeriesRoom room;
  private final IntFunction<S> maker;
  private final IntFunction<S> wider;

  /**
   * @param key that of the row
   * @param maker makes the series at an index; may be asked twice for one
   * @param wider finds the series at an index in the row that has lost one label more
   */
  SeriesArray(
      int length, LedgerKey key, SeriesRoom room, IntFunction<S> maker, IntFunction<S> wider) {
    this.series = new AtomicReferenceArray<>(length);
    this.key = key;
    this.room = room;
    this.maker = maker;
    this.wider = wider;
  }

  S at(int index) {
    S known = series.get(index);
    return known != null ? known : find(index);
  }

  /** Those of this row, and none of a wider one. */
  void forEachOwn(Consumer<S> action) {
    for (int i = 0; i < series.length(); i++) {
      S one = series.get(i);
      if (one != null && one.key().equals(key)) {
        action.accept(one);
      }
    }
  }

  private S find(int index) {
    boolean own = room.take(key);
    S fresh = own ? maker.apply(index) : wider.apply(index);
    if (series.compareAndSet(index, null, fresh)) {
      return fresh;
    }
    if (own) {
      room.giveBack(key);
    }
    return series.get(index);
  }
}
