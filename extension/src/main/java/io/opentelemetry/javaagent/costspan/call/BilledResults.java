package io.opentelemetry.javaagent.costspan.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far each batch's results have been billed, by whomever in this JVM they were read: they may
 * be read again, and are paid for once. Remembers the batches that were read last. Thread-safe.
 */
final class BilledResults {

  /** About 200 bytes each. */
  static final int MAX_BATCHES = 10_000;

  private final Map<String, Mark> marks = new LinkedHashMap<String, Mark>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Mark> eldest) {
      return size() > MAX_BATCHES;
    }
  };

  /** The mark of the batch of that name, at 0 when it is new. */
  synchronized Mark of(String batch) {
    return marks.computeIfAbsent(batch, unused -> new Mark());
  }

  synchronized int size() {
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
