package io.opentelemetry.javaagent.costspan.call;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far each batch's results have been billed, by whomever in this JVM they were read: they may
 * be read again, and are paid for once. Remembers the batches that were read last. Thread-safe.
 */
final class BilledResults {

  /** About 200 bytes each. */
  static final int MAX_BATCHES = 10_000;

  private final RecentlyAsked<Mark> marks = new RecentlyAsked<>(MAX_BATCHES, Mark::new);

  /** The mark of the batch of that name, at 0 when it is new. */
  Mark of(String batch) {
    return marks.of(batch);
  }

  int size() {
    return marks.size();
  }

  /** The last line that was billed. A batch's results do not change, nor does their order. */
  static final class Mark {

    private final AtomicLong billedLine = new AtomicLong();

    /**
     * Whether a line is to be billed, by who asks and nobody else.
     *
     * @param line from 1; whoever asks has asked for all lines before
     */
    boolean passes(long line) {
      long billed = billedLine.get();
      while (line > billed) {
        if (billedLine.compareAndSet(billed, line)) {
          return true;
        }
        billed = billedLine.get();
      }
      return false;
    }
  }
}
