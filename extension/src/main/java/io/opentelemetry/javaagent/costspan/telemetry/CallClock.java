package io.opentelemetry.javaagent.costspan.telemetry;

/** When the chunks of a call came and how long it took, in seconds since its start. */
final class CallClock {

  private static final double NANOS_PER_SECOND = 1e9;

  private final long startNanos;
  private boolean chunkSeen;
  private long firstChunkNanos;
  private long lastChunkNanos;
  private long endNanos;

  /** All times are of one monotonic clock. */
  CallClock(long startNanos) {
    this.startNanos = startNanos;
  }

  /** Seconds since the chunk before; since the start, for the first. */
  double chunk(long nowNanos) {
    long sinceNanos = chunkSeen ? lastChunkNanos : startNanos;
    if (!chunkSeen) {
      firstChunkNanos = nowNanos;
      chunkSeen = true;
    }
    lastChunkNanos = nowNanos;
    return seconds(nowNanos - sinceNanos);
  }

  /** A stream that was dropped ended for the application with its last chunk, not when we saw it. */
  void end(long nowNanos, boolean dropped) {
    endNanos = dropped && chunkSeen ? lastChunkNanos : nowNanos;
  }

  boolean hasChunk() {
    return chunkSeen;
  }

  double toFirstChunk() {
    return seconds(firstChunkNanos - startNanos);
  }

  double elapsed() {
    return seconds(endNanos - startNanos);
  }

  private static double seconds(long nanos) {
    return Math.max(0, nanos) / NANOS_PER_SECOND;
  }
}
