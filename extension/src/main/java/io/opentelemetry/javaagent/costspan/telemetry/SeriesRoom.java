package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The room of one ledger counter: how many series it may still get. As many as one row can have are
 * kept for the row in which every label is {@code other}, so that there is always a place to add to.
 * Thread-safe and lock-free.
 */
final class SeriesRoom {

  private final int maxSeries;
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * @param maxSeries of the counter in all; never exceeded unless one row alone has more
   * @param seriesPerRow how many one row can have at most
   */
  SeriesRoom(int maxSeries, int seriesPerRow) {
    this.maxSeries = Math.max(0, maxSeries - seriesPerRow);
  }

  boolean hasRoomFor(LedgerKey key) {
    return isLast(key) || taken.get() < limit(key);
  }

  /** Takes the place of one series; false, and nothing taken, when there is none. */
  boolean take(LedgerKey key) {
    if (isLast(key)) {
      return true;
    }
    int limit = limit(key);
    for (int now = taken.get(); now < limit; now = taken.get()) {
      if (taken.compareAndSet(now, now + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Gives a place back that was not needed. */
  void giveBack(LedgerKey key) {
    if (!isLast(key)) {
      taken.decrementAndGet();
    }
  }

  /** Hands the place of a series over to one with wider labels. */
  void pass(LedgerKey from, LedgerKey to) {
    if (isLast(to)) {
      giveBack(from);
    }
  }

  private int limit(LedgerKey key) {
    return key.nextFold().limitWithin(maxSeries);
  }

  private static boolean isLast(LedgerKey key) {
    return key.nextFold() == Fold.NOTHING;
  }
}
