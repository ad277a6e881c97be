package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.CostSource;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;

/**
 * Usage, cost and what a cache saved: the same on the span and in the ledger event. What is not
 * known is left out, never 0. Thread-safe.
 */
final class BillAttributes {

  private static final Count[] SHOWN = {
    Count.INPUT, Count.OUTPUT, Count.CACHE_READ, Count.CACHE_WRITE, Count.REASONING
  };

  /** The counts that are shown. */
  static final List<Count> TOKENS = Collections.unmodifiableList(Arrays.asList(SHOWN));

  private static final CostKind[] PARTS = CostKind.values();

  private final EnumMap<Count, AttributeKey<Long>> tokenKeys = new EnumMap<>(Count.class);
  private final EnumMap<CostKind, AttributeKey<Double>> partKeys = new EnumMap<>(CostKind.class);

  BillAttributes(Names names) {
    tokenKeys.put(Count.INPUT, Names.INPUT_TOKENS);
    tokenKeys.put(Count.OUTPUT, Names.OUTPUT_TOKENS);
    tokenKeys.put(Count.CACHE_READ, Names.CACHE_READ_TOKENS);
    tokenKeys.put(Count.CACHE_WRITE, names.cacheWriteTokens());
    tokenKeys.put(Count.REASONING, Names.REASONING_TOKENS);
    partKeys.put(CostKind.INPUT, Names.INPUT_COST);
    partKeys.put(CostKind.CACHE_READ, Names.CACHE_READ_COST);
    partKeys.put(CostKind.CACHE_WRITE, Names.CACHE_WRITE_COST);
    partKeys.put(CostKind.OUTPUT, Names.OUTPUT_COST);
    partKeys.put(CostKind.TOOLS, Names.TOOLS_COST);
  }

  void put(Attributed to, FinishedCall call) {
    putUsage(to, call.usage());
    Cost cost = call.cost();
    if (cost != null) {
      putCost(to, cost);
    }
    UnpricedReason reason = call.unpricedReason();
    if (reason != null) {
      to.put(Names.UNPRICED_REASON, reason.value());
    }
    putCache(to, call);
  }

  void putUsage(Attributed to, Usage usage) {
    to.put(Names.USAGE_STATUS, usage.status().value());
    for (Count count : SHOWN) {
      AttributeKey<Long> key = tokenKeys.get(count);
      if (key != null && usage.reports(count)) {
        to.put(key, Long.valueOf(usage.of(count)));
      }
    }
  }

  private void putCost(Attributed to, Cost cost) {
    to.put(Names.COST, Double.valueOf(cost.usd().doubleValue()));
    to.put(Names.CURRENCY, Names.USD);
    to.put(Names.COST_SOURCE, cost.source().value());
    for (CostKind kind : PARTS) {
      BigDecimal usd = cost.usd(kind);
      AttributeKey<Double> key = partKeys.get(kind);
      if (usd != null && key != null && usd.signum() > 0) {
        to.put(key, Double.valueOf(usd.doubleValue()));
      }
    }
    if (cost.source() == CostSource.LOCAL) {
      to.put(Names.PRICE_ENTRY, cost.entry());
      to.put(Names.PRICE_VERSION, cost.version());
    }
  }

  /** The cache that served the call stands for all of them, and a miss only where none hit. */
  private static void putCache(Attributed to, FinishedCall call) {
    CacheUse use = call.gatewayCache().isHit() || call.promptCache() == CacheUse.NOT_REPORTED
        ? call.gatewayCache()
        : call.promptCache();
    if (use == CacheUse.NOT_REPORTED) {
      return;
    }
    to.put(Names.CACHE_HIT, Boolean.valueOf(use.isHit()));
    if (use.isHit()) {
      to.put(Names.CACHE_KIND, use.kind());
      BigDecimal saved = call.cacheSavedUsd();
      if (saved != null) {
        to.put(Names.CACHE_SAVED, Double.valueOf(saved.doubleValue()));
      }
    }
  }
}
