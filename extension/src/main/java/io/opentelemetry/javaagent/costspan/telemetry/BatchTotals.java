package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostSource;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the results of a batch that were billed in one reading add up to. Not thread-safe. */
final class BatchTotals {

  private final Usage.Builder tokens = Usage.builder();
  private long read;
  private long billed;
  private long unpriced;
  private boolean measured = true;
  private @Nullable BigDecimal usd;
  private CostSource source = CostSource.PROVIDER;

  /** A line of whatever kind. */
  void read() {
    read++;
  }

  void add(FinishedCall call) {
    billed++;
    add(call.usage());
    Cost cost = call.cost();
    if (cost != null) {
      usd = usd == null ? cost.usd() : usd.add(cost.usd());
      source = cost.source() == CostSource.LOCAL ? CostSource.LOCAL : source;
    } else if (call.unpricedReason() != null) {
      unpriced++;
    }
  }

  private void add(Usage usage) {
    measured &= usage.status() == UsageStatus.MEASURED;
    for (Count count : BillAttributes.TOKENS) {
      if (usage.reports(count)) {
        tokens.set(count, tokens.orZero(count) + usage.of(count));
      }
    }
  }

  /** The sum of what is known, and how much is not. */
  void put(Attributed to, BillAttributes bill) {
    to.put(Names.BATCH_READ, Long.valueOf(read));
    to.put(Names.BATCH_BILLED, Long.valueOf(billed));
    if (unpriced > 0) {
      to.put(Names.BATCH_UNPRICED, Long.valueOf(unpriced));
    }
    bill.putUsage(to, tokens.build(measured ? UsageStatus.MEASURED : UsageStatus.PARTIAL));
    if (usd != null) {
      to.put(Names.COST, Double.valueOf(usd.doubleValue()));
      to.put(Names.CURRENCY, Names.USD);
      to.put(Names.COST_SOURCE, source.value());
    }
  }
}
