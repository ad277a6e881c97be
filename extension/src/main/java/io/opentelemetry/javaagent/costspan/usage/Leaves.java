package io.opentelemetry.javaagent.costspan.usage;

/**
 * A usage split into disjoint leaves. What a provider reports may contradict itself (more cached
 * tokens than input tokens): such a leaf is zero and the split says so, it is never negative.
 * Immutable.
 */
public final class Leaves {

  private static final Leaf[] LEAVES = Leaf.values();

  private final long[] amounts = new long[LEAVES.length];
  private boolean consistent = true;

  private Leaves() {}

  static Leaves of(Usage usage) {
    Leaves leaves = new Leaves();
    leaves.putInput(usage);
    leaves.putOutput(usage);
    for (Leaf leaf : LEAVES) {
      Count count = leaf.count();
      if (count != null) {
        leaves.put(leaf, usage.orZero(count));
      }
    }
    return leaves;
  }

  /** Amount of a leaf: tokens, pieces, milliseconds, tool calls or runs; at least 0. */
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

  private void putInput(Usage usage) {
    long audioRead = usage.orZero(Count.AUDIO_CACHE_READ);
    long imageRead = usage.orZero(Count.IMAGE_CACHE_READ);
    long write1h = usage.orZero(Count.CACHE_WRITE_1H);
    put(Leaf.AUDIO_CACHE_READ, audioRead);
    put(Leaf.IMAGE_CACHE_READ, imageRead);
    put(Leaf.CACHE_READ, usage.orZero(Count.CACHE_READ) - audioRead - imageRead);
    put(Leaf.CACHE_WRITE_5M, usage.orZero(Count.CACHE_WRITE) - write1h);
    put(Leaf.CACHE_WRITE_1H, write1h);
    put(Leaf.AUDIO_INPUT, usage.orZero(Count.AUDIO_INPUT) - audioRead);
    put(Leaf.IMAGE_INPUT, usage.orZero(Count.IMAGE_INPUT) - imageRead);
    put(Leaf.VIDEO_INPUT, usage.orZero(Count.VIDEO_INPUT));
    if (usage.reports(Count.INPUT)) {
      put(Leaf.INPUT, usage.of(Count.INPUT) - inputParts());
    }
  }

  private void putOutput(Usage usage) {
    put(Leaf.REASONING, usage.orZero(Count.REASONING));
    put(Leaf.AUDIO_OUTPUT, usage.orZero(Count.AUDIO_OUTPUT));
    put(Leaf.IMAGE_OUTPUT, usage.orZero(Count.IMAGE_OUTPUT));
    put(Leaf.VIDEO_OUTPUT, usage.orZero(Count.VIDEO_OUTPUT));
    if (usage.reports(Count.OUTPUT)) {
      put(Leaf.OUTPUT, usage.of(Count.OUTPUT) - outputParts());
    }
  }

  private long inputParts() {
    return of(Leaf.CACHE_READ)
        + of(Leaf.AUDIO_CACHE_READ)
        + of(Leaf.IMAGE_CACHE_READ)
        + of(Leaf.CACHE_WRITE_5M)
        + of(Leaf.CACHE_WRITE_1H)
        + of(Leaf.AUDIO_INPUT)
        + of(Leaf.IMAGE_INPUT)
        + of(Leaf.VIDEO_INPUT);
  }

  private long outputParts() {
    return of(Leaf.REASONING)
        + of(Leaf.AUDIO_OUTPUT)
        + of(Leaf.IMAGE_OUTPUT)
        + of(Leaf.VIDEO_OUTPUT);
  }

  private void put(Leaf leaf, long amount) {
    consistent &= amount >= 0;
    amounts[leaf.ordinal()] = Math.max(0, amount);
  }
}
