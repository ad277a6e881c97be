package io.opentelemetry.javaagent.costspan.telemetry;

/** When the parts of a response came and how long the call took, since its start. */
final class CallClock {

  private static final double NANOS_PER_SECOND = 1e9;

  private final long startNanos;
  private long lastSignNanos;
  private boolean headSeen;
  private boolean chunkSeen;
  private long firstChunkNanos;
  private long endNanos;

  /** All times are of one monotonic clock. */
  CallClock(long startNanos) {
    this.startNanos = startNanos;
    this.lastSignNanos = startNanos;
  }

  /** The head of the response; the first one counts. */
  void head(long nowNanos) {
    if (!headSeen && !chunkSeen) {
      lastSignNanos = nowNanos;
    }
    headSeen = true;
  }

  /** Something came that is no chunk of an answer. */
  void sign(long nowNanos) {
    lastSignNanos = nowNanos;
  }

  /** Never negative. */
  long nanosSinceStart(long nowNanos) {
    return Math.max(0, nowNanos - startNanos);
  }

  /** Seconds since the chunk before; since the start, for the first. */
  double chunk(long nowNanos) {
    long sinceNanos = chunkSeen ? lastSignNanos : startNanos;
    if (!chunkSeen) {
      firstChunkNanos = nowNanos;
      chunkSeen = true;
    }
    lastSignNanos = nowNanos;
    return seconds(nowNanos - sinceNanos);
  }

  /**
   * A call that was dropped ended for the application with its last sign of life (its last chunk,
   * else its head, else its start), not when we found it.
   */
  void end(long nowNanos, boolean dropped) {
    endNanos = dropped ? lastSignNanos : nowNanos;
  }

  boolean hasChunk() {
    return chunkSeen;
  }

  double toFirstChunk() {
    return seconds(firstChunkNanos - startNanos);
  }

  /** In seconds. */
  double elapsed() {
    return seconds(elapsedNanos());
  }

  /** Never negative. */
  long elapsedNanos() {
    return Math.max(0, endNanos - startNanos);
  }

  private static double seconds(long nanos) {
    return Math.max(0, nanos) / NANOS_PER_SECOND;
  }
}
