package io.opentelemetry.javaagent.costspan.usage;

/**
 * A usage split into disjoint leaves. What a provider reports may contradict itself (more cached
 * tokens than input tokens): such a leaf is zero and the split says so, it is never negative.
 */
public final class Leaves {

  private static final Leaf[] LEAVES = Leaf.values();

  private final long[] amounts = new long[LEAVES.length];
  private boolean consistent = true;

  private Leaves() {}

  static Leaves of(Usage usage) {
    long cacheWrite = usage.orZero(Count.CACHE_WRITE);
    long cacheWrite1h = usage.orZero(Count.CACHE_WRITE_1H);
    Leaves leaves = new Leaves();
    leaves.put(Leaf.CACHE_READ, usage.orZero(Count.CACHE_READ));
    leaves.put(Leaf.CACHE_WRITE_5M, cacheWrite - cacheWrite1h);
    leaves.put(Leaf.CACHE_WRITE_1H, cacheWrite1h);
    leaves.put(Leaf.AUDIO_INPUT, usage.orZero(Count.AUDIO_INPUT));
    leaves.put(Leaf.REASONING, usage.orZero(Count.REASONING));
    leaves.put(Leaf.AUDIO_OUTPUT, usage.orZero(Count.AUDIO_OUTPUT));
    leaves.put(Leaf.WEB_SEARCH, usage.orZero(Count.WEB_SEARCHES));
    leaves.put(Leaf.OTHER_TOOL_CALL, usage.orZero(Count.OTHER_TOOL_CALLS));
    leaves.put(Leaf.SEPARATELY_BILLED_RUN, usage.orZero(Count.SEPARATELY_BILLED_RUNS));
    if (usage.reports(Count.INPUT)) {
      leaves.put(Leaf.INPUT, usage.of(Count.INPUT) - leaves.inputParts());
    }
    if (usage.reports(Count.OUTPUT)) {
      leaves.put(Leaf.OUTPUT, usage.of(Count.OUTPUT) - leaves.outputParts());
    }
    return leaves;
  }

  /** Amount of a leaf: tokens, tool calls or runs; at least 0. */
  public long of(Leaf leaf) {
    return amounts[leaf.ordinal()];
  }

  /** All input tokens: the sum of the input leaves. */
  public long inputTokens() {
    return of(Leaf.INPUT) + inputParts();
  }

  /** False when the reported counts contradict each other and a negative leaf was set to zero. */
  public boolean isConsistent() {
    return consistent;
  }

  private long inputParts() {
    return of(Leaf.CACHE_READ)
        + of(Leaf.CACHE_WRITE_5M)
        + of(Leaf.CACHE_WRITE_1H)
        + of(Leaf.AUDIO_INPUT);
  }

  private long outputParts() {
    return of(Leaf.REASONING) + of(Leaf.AUDIO_OUTPUT);
  }

  private void put(Leaf leaf, long amount) {
    consistent &= amount >= 0;
    amounts[leaf.ordinal()] = Math.max(0, amount);
  }
}
