package io.opentelemetry.javaagent.costspan.usage;

import java.util.Arrays;

/**
 * The counts of one call as the provider reported them, totals inclusive. A count that was not
 * reported is absent, never zero. Immutable.
 */
public final class Usage {

  private static final long ABSENT = -1;
  private static final Usage NOTHING = new Builder().build(UsageStatus.ABSENT);

  private final long[] counts;
  private final UsageStatus status;

  private Usage(long[] counts, UsageStatus status) {
    this.counts = counts;
    this.status = status;
  }

  /** The usage of a call about which the provider reported nothing. */
  public static Usage absent() {
    return NOTHING;
  }

  public static Builder builder() {
    return new Builder();
  }

  public UsageStatus status() {
    return status;
  }

  /** Whether the provider reported this count. */
  public boolean reports(Count count) {
    return counts[count.ordinal()] != ABSENT;
  }

  /** The reported count, at least 0. Throws {@code IllegalArgumentException} when not reported. */
  public long of(Count count) {
    long value = counts[count.ordinal()];
    if (value == ABSENT) {
      throw new IllegalArgumentException(count + " was not reported");
    }
    return value;
  }

  /** The reported count, or 0 when there is none: for sums, never to be shown as a figure. */
  long orZero(Count count) {
    return Math.max(0, counts[count.ordinal()]);
  }

  /** The split into disjoint leaves. */
  public Leaves leaves() {
    return Leaves.of(this);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(status.value());
    for (Count count : Count.values()) {
      if (reports(count)) {
        text.append(' ').append(count).append('=').append(of(count));
      }
    }
    return text.toString();
  }

  /** Collects counts in any order; the last value set for a count wins. Not thread-safe. */
  public static final class Builder {

    private final long[] counts = new long[Count.values().length];

    private Builder() {
      Arrays.fill(counts, ABSENT);
    }

    /** Sets a count; a negative value is no count and is ignored. */
    public Builder set(Count count, long value) {
      if (value >= 0) {
        counts[count.ordinal()] = value;
      }
      return this;
    }

    /** Forgets a count, for example a placeholder that a cut-off stream never corrected. */
    public Builder clear(Count count) {
      counts[count.ordinal()] = ABSENT;
      return this;
    }

    public boolean has(Count count) {
      return counts[count.ordinal()] != ABSENT;
    }

    /** The count, or 0 when it was not set. */
    public long orZero(Count count) {
      return Math.max(0, counts[count.ordinal()]);
    }

    public boolean isEmpty() {
      for (long count : counts) {
        if (count != ABSENT) {
          return false;
        }
      }
      return true;
    }

    /** The usage so far. When nothing was set it is absent, whatever the status asked for. */
    public Usage build(UsageStatus status) {
      return new Usage(counts.clone(), isEmpty() ? UsageStatus.ABSENT : status);
    }
  }
}
