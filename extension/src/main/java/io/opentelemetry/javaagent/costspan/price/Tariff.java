package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rates that apply to one call, and the arithmetic: amount × rate per leaf, exact decimals,
 * never rounded. Immutable.
 */
final class Tariff {

  /** Name in the book of the fee for one search that the provider ran. */
  static final String WEB_SEARCH = "web_search";

  private static final Leaf[] LEAVES = Leaf.values();

  private final RateCard card;
  private final BigDecimal times;
  private final Map<String, BigDecimal> usdPerCall;

  /** Token rates are multiplied by {@code times}; fees per call are not. */
  Tariff(RateCard card, BigDecimal times, Map<String, BigDecimal> usdPerCall) {
    this.card = card;
    this.times = times;
    this.usdPerCall = usdPerCall;
  }

  /** Whether there is a price for this leaf. */
  boolean prices(Leaf leaf) {
    return usdPerUnit(leaf) != null;
  }

  /** USD by kind, at least one; null when something was used that has no price. */
  @Nullable
  EnumMap<CostKind, BigDecimal> partsOf(Leaves leaves) {
    EnumMap<CostKind, BigDecimal> parts = new EnumMap<>(CostKind.class);
    for (Leaf leaf : LEAVES) {
      if (leaves.of(leaf) > 0) {
        BigDecimal usd = usd(leaf, leaves.of(leaf));
        if (usd == null) {
          return null;
        }
        parts.merge(kind(leaf), usd, BigDecimal::add);
      }
    }
    if (parts.isEmpty()) {
      parts.put(CostKind.INPUT, BigDecimal.ZERO);
    }
    return parts;
  }

  /**
   * USD that the same call would have cost more had no token been read from or written to a cache;
   * 0 when writing cost more than reading saved.
   */
  BigDecimal cacheSavedUsd(Leaves leaves, Map<CostKind, BigDecimal> parts) {
    long cachedTokens = leaves.of(Leaf.CACHE_READ)
        + leaves.of(Leaf.CACHE_WRITE_5M)
        + leaves.of(Leaf.CACHE_WRITE_1H);
    BigDecimal uncached = cachedTokens > 0 ? usd(Leaf.INPUT, cachedTokens) : null;
    if (uncached == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal read = parts.getOrDefault(CostKind.CACHE_READ, BigDecimal.ZERO);
    BigDecimal written = parts.getOrDefault(CostKind.CACHE_WRITE, BigDecimal.ZERO);
    return uncached.subtract(read).subtract(written).max(BigDecimal.ZERO);
  }

  private @Nullable BigDecimal usd(Leaf leaf, long amount) {
    BigDecimal rate = usdPerUnit(leaf);
    return rate == null ? null : rate.multiply(BigDecimal.valueOf(amount));
  }

  private @Nullable BigDecimal usdPerUnit(Leaf leaf) {
    if (leaf == Leaf.WEB_SEARCH) {
      return usdPerCall.get(WEB_SEARCH);
    }
    BigDecimal rate = card.usdPerToken(leaf);
    return rate == null || times.compareTo(BigDecimal.ONE) == 0 ? rate : rate.multiply(times);
  }

  private static CostKind kind(Leaf leaf) {
    switch (leaf) {
      case CACHE_READ:
      case AUDIO_CACHE_READ:
      case IMAGE_CACHE_READ:
        return CostKind.CACHE_READ;
      case CACHE_WRITE_5M:
      case CACHE_WRITE_1H:
        return CostKind.CACHE_WRITE;
      case OUTPUT:
      case REASONING:
      case AUDIO_OUTPUT:
      case IMAGE_OUTPUT:
      case VIDEO_OUTPUT:
        return CostKind.OUTPUT;
      default:
        return leaf.isToolCalls() ? CostKind.TOOLS : CostKind.INPUT;
    }
  }
}
