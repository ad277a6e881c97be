package io.costspan.smoke.runner;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;

/** Collects garbage for real, for whoever waits for something that was dropped. */
final class Garbage {
  private static final int ATTEMPTS = 100;
  private static final int PATIENCE_MILLIS = 50;
  private static final int ROUNDS = 20;

  private Garbage() {}

  /**
   * Several rounds, each of which has provably collected what was dropped before it: what became
   * unreachable a moment after the first round began is found by a later one.
   *
   * @param turn something that waits for the network: a thread that only collects, and stops all
   *     others while it does, keeps them from dropping what it is there to collect
   */
  static void collect(Runnable turn) {
    for (int round = 0; round < ROUNDS; round++) {
      turn.run();
      if (!collectOnce()) {
        throw new IllegalStateException("nothing was collected in " + ATTEMPTS + " attempts");
      }
    }
    turn.run();
  }

  private static boolean collectOnce() {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    PhantomReference<Object> dropped = new PhantomReference<>(new Object(), collected);
    for (int i = 0; i < ATTEMPTS; i++) {
      System.gc();
      if (isCollected(collected, dropped)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCollected(
      ReferenceQueue<Object> collected, PhantomReference<Object> dropped) {
    try {
      return collected.remove(PATIENCE_MILLIS) == dropped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
