package io.opentelemetry.javaagent.costspan.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one call as the provider reported them, totals inclusive. A count that was not
 * reported is absent, never zero. Immutable.
 */
public final class Usage {

  private static final long ABSENT = -1;

  /** Far above any real bill; what is above is no amount. */
  private static final BigDecimal MAX_USD = BigDecimal.valueOf(1_000_000_000);

  private static final Usage NOTHING = new Builder().build(UsageStatus.ABSENT);

  private final long[] counts;
  private final List<ModelRun> runs;
  private final @Nullable BigDecimal reportedUsd;
  private final UsageStatus status;
  private final Leaves leaves;

  private Usage(Usage usage, BigDecimal reportedUsd) {
    this.counts = usage.counts;
    this.runs = usage.runs;
    this.reportedUsd = reportedUsd;
    this.status = usage.status;
    this.leaves = usage.leaves;
  }

  private Usage(Builder builder, UsageStatus status) {
    this.counts = builder.handOver();
    this.runs = builder.runs.isEmpty()
        ? Collections.emptyList()
        : Collections.unmodifiableList(new ArrayList<>(builder.runs));
    this.reportedUsd = builder.reportedUsd;
    this.status = status;
    this.leaves = Leaves.of(this);
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

  /** The split into disjoint leaves; of runs, the split of their sum. */
  public Leaves leaves() {
    return leaves;
  }

  /**
   * The runs that the token counts are the sum of, where the provider tells them apart; each is
   * billed by itself. Empty for a call that is one run.
   */
  public List<ModelRun> runs() {
    return runs;
  }

  /** What the provider says that the call cost, in USD; null when it does not say, never negative. */
  public @Nullable BigDecimal reportedUsd() {
    return reportedUsd;
  }

  /** The same usage with an amount that a gateway reported, unless there is one already. */
  Usage costing(BigDecimal usd) {
    return reportedUsd != null || !isAmount(usd) ? this : new Usage(this, usd);
  }

  private static boolean isAmount(BigDecimal usd) {
    return usd.signum() >= 0 && usd.compareTo(MAX_USD) < 0;
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

    private static final int COUNTS = Count.values().length;

    private long[] counts = new long[COUNTS];
    private boolean handedOver;
    private final List<ModelRun> runs = new ArrayList<>(0);
    private @Nullable BigDecimal reportedUsd;

    private Builder() {
      Arrays.fill(counts, ABSENT);
    }

    /** Sets a count; a negative value is no count and is ignored. */
    public Builder set(Count count, long value) {
      if (value >= 0) {
        put(count, value);
      }
      return this;
    }

    /** Forgets a count, for example a placeholder that a cut-off stream never corrected. */
    public Builder clear(Count count) {
      put(count, ABSENT);
      return this;
    }

    /** Adds a run; the token counts of the whole are to be the sum of all runs. */
    public Builder run(ModelRun run) {
      runs.add(run);
      return this;
    }

    /** Sets the provider's own amount; one that is negative or beyond any bill is ignored. */
    public Builder reportedUsd(BigDecimal usd) {
      if (isAmount(usd)) {
        reportedUsd = usd;
      }
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

    /** Forgets all counts. */
    public Builder clear() {
      own();
      Arrays.fill(counts, ABSENT);
      return this;
    }

    private void put(Count count, long value) {
      own();
      counts[count.ordinal()] = value;
    }

    private void own() {
      if (handedOver) {
        counts = counts.clone();
        handedOver = false;
      }
    }

    /** The counts for a usage that was built; this copies them before it changes any. */
    private long[] handOver() {
      handedOver = true;
      return counts;
    }

    /** The usage so far. When nothing was set it is absent, whatever the status asked for. */
    public Usage build(UsageStatus status) {
      return new Usage(this, isEmpty() ? UsageStatus.ABSENT : status);
    }
  }
}
