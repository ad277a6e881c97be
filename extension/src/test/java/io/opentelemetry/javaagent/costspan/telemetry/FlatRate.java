package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * Prices every model but {@code mystery}: per million tokens 2.50 USD for input, 1.25 for cache
 * reads, 3.00 for cache writes and 10.00 for output; 0.01 USD per web search.
 */
final class FlatRate implements Pricing {

  @Override
  public Quote quote(BilledCall call) {
    return switch (call.usage().status()) {
      case ABSENT -> Quote.unpriced(UnpricedReason.NO_USAGE);
      case PARTIAL -> Quote.unpriced(UnpricedReason.PARTIAL_USAGE);
      default ->
        "mystery".equals(call.requestModel())
            ? Quote.unpriced(UnpricedReason.UNKNOWN_MODEL)
            : Quote.of(cost(call.usage().leaves()));
    };
  }

  @Override
  public String version() {
    return "2026-11-21";
  }

  @Override
  public int size() {
    return 1;
  }

  private static Cost cost(Leaves leaves) {
    Map<CostKind, BigDecimal> parts = new EnumMap<>(CostKind.class);
    parts.put(CostKind.INPUT, usd(leaves.of(Leaf.INPUT), "0.0000025"));
    parts.put(CostKind.CACHE_READ, usd(leaves.of(Leaf.CACHE_READ), "0.00000125"));
    parts.put(CostKind.CACHE_WRITE, usd(leaves.of(Leaf.CACHE_WRITE_5M), "0.000003"));
    parts.put(CostKind.OUTPUT, usd(leaves.of(Leaf.OUTPUT) + leaves.of(Leaf.REASONING), "0.00001"));
    parts.put(CostKind.TOOLS, usd(leaves.of(Leaf.WEB_SEARCH), "0.01"));
    parts.values().removeIf(amount -> amount.signum() == 0);
    if (parts.isEmpty()) {
      parts.put(CostKind.INPUT, BigDecimal.ZERO);
    }
    BigDecimal saved = usd(leaves.of(Leaf.CACHE_READ), "0.00000125");
    return Cost.local(parts, saved, "openai/flat", "2026-11-21");
  }

  private static BigDecimal usd(long amount, String rate) {
    return BigDecimal.valueOf(amount).multiply(new BigDecimal(rate));
  }
}
