package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One call under way. Not thread-safe; nothing here throws. */
public final class CallRecording {

  private final StartedCall started;
  private final CallClock clock;
  private final ConventionMetrics metrics;
  private final CallCloser closer;
  private final Failures failures;
  private final LongSupplier nanoTime;
  private boolean ended;

  CallRecording(
      StartedCall started,
      CallClock clock,
      ConventionMetrics metrics,
      CallCloser closer,
      Failures failures,
      LongSupplier nanoTime) {
    this.started = started;
    this.clock = clock;
    this.metrics = metrics;
    this.closer = closer;
    this.failures = failures;
    this.nanoTime = nanoTime;
  }

  /** The context that the call was made from, with our span in it. */
  public Context context() {
    return started.context();
  }

  /** Tells that the head of the response arrived. Once; of more, the first counts. */
  public void headArrived() {
    try {
      clock.head(nanoTime.getAsLong());
    } catch (Throwable t) {
      failures.count("clock", t);
    }
  }

  /**
   * Tells that a read brought new output: once per read, however many chunks it held.
   *
   * @param responseModel the model that the response has named so far
   */
  public void chunk(@Nullable String responseModel) {
    try {
      boolean first = !clock.hasChunk();
      double seconds = clock.chunk(nanoTime.getAsLong());
      if (OwnRights.areNeeded()) {
        OwnRights.use(() -> record(first, seconds, responseModel));
      } else {
        record(first, seconds, responseModel);
      }
    } catch (Throwable t) {
      failures.count(metrics.site(), t);
    }
  }

  private void record(boolean first, double seconds, @Nullable String responseModel) {
    Attributes labels = started.labels().answered(responseModel).all();
    if (first) {
      metrics.firstChunk(seconds, labels, started.context());
    } else {
      metrics.laterChunk(seconds, labels, started.context());
    }
  }

  /** Prices the call, records it everywhere and ends its span. Exactly once. */
  public void end(CallEnd end) {
    if (ended) {
      failures.count("end", "a call was ended twice");
      return;
    }
    ended = true;
    clock.end(nanoTime.getAsLong(), end.isDropped());
    closer.close(started, end, clock);
  }
}
