package io.costspan.benchmarks.child;

/** What this JVM keeps. */
public final class Heap {
  private static final int COLLECTIONS = 5;

  private Heap() {}

  /** Bytes that are reachable, after collecting until no less is left. */
  public static long reachable() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
