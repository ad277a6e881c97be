package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells when everybody who was under way is through. Whoever enters never waits, takes no lock and
 * allocates nothing; only the one who asks waits. Thread-safe.
 */
final class InFlight {

  private volatile Cohort current = new Cohort();

  /** To be left, in a {@code finally}: {@link #awaitThoseInside} waits for it. */
  Cohort enter() {
    while (true) {
      Cohort cohort = current;
      if (cohort.enter()) {
        return cohort;
      }
    }
  }

  /** Returns when all that entered before this was called have left. One thread at a time. */
  void awaitThoseInside() {
    Cohort before = current;
    current = new Cohort();
    before.close();
    while (!before.isEmpty()) {
      LockSupport.parkNanos(10_000);
    }
  }

  /** Those who entered between two questions. */
  static final class Cohort {

    private static final long CLOSED = 1;
    private static final long ONE = 2;

    /** Twice the number of those inside; odd once nobody may enter. */
    private final AtomicLong state = new AtomicLong();

    private Cohort() {}

    void leave() {
      state.getAndAdd(-ONE);
    }

    private boolean enter() {
      if ((state.getAndAdd(ONE) & CLOSED) == 0) {
        return true;
      }
      leave();
      return false;
    }

    private void close() {
      state.getAndAdd(CLOSED);
    }

    private boolean isEmpty() {
      return state.get() == CLOSED;
    }
  }
}
