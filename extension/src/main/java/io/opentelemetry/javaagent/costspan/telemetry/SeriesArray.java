package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The series of one counter in one row, each made when something is first added to it. When the
 * counter has no room for it, a wider row's takes its place, for good. Thread-safe and lock-free.
 */
final class SeriesArray<S extends Series<S>> {

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
      if (isOwn(one)) {
        action.accept(one);
      }
    }
  }

  /** Adds the sums of this row to another, in place of this row. Nobody adds to this one any more. */
  void moveTo(SeriesArray<S> other) {
    for (int i = 0; i < series.length(); i++) {
      S one = series.get(i);
      if (isOwn(one)) {
        other.take(i, one);
      }
    }
  }

  /** Gives back the room of this row. Nobody adds to it any more. */
  void giveBack() {
    forEachOwn(one -> room.giveBack(key));
  }

  /** With its room, so that the sums by the labels that it keeps stay what they are. */
  private void take(int index, S moved) {
    S known = series.get(index);
    while (!isOwn(known)) {
      S fresh = maker.apply(index);
      fresh.addAll(moved);
      if (series.compareAndSet(index, known, fresh)) {
        room.pass(moved.key(), key);
        return;
      }
      known = series.get(index);
    }
    known.addAll(moved);
    room.giveBack(moved.key());
  }

  private boolean isOwn(@Nullable S one) {
    return one != null && one.key().equals(key);
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
