package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** Keeps what should be parts of a whole from being more than it. */
final class Parts {

  private Parts() {}

  /** Takes the whole as the authority: each part is at most what the parts before it leave over. */
  static void limit(Usage.Builder counts, Count whole, Count... parts) {
    if (!counts.has(whole)) {
      return;
    }
    long rest = counts.orZero(whole);
    for (Count part : parts) {
      if (counts.has(part)) {
        counts.set(part, Math.min(counts.orZero(part), rest));
        rest -= counts.orZero(part);
      }
    }
  }
}
