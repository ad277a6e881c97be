package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The rates that apply to one call, ready to be multiplied: exact decimals, never rounded.
 * Immutable.
 *
 * <p>All rates of a tariff are whole numbers of one small decimal unit, so that a call is priced in
 * {@code long} arithmetic. Where that would overflow, {@link BigDecimal} takes over.
 */
final class Tariff {

  private static final Leaf[] LEAVES = Leaf.values();

  /** A product below 2^57 can be added up 40 times and more without overflow. */
  private static final int SAFE_LEADING_ZEROS = Long.SIZE + 1 + 6;

  private static final long NO_RATE = -1;

  private final @Nullable RateRow tokens;
  private final @Nullable RateRow units;
  private final BigDecimal times;
  private final BigDecimal discount;
  private final @Nullable BigDecimal[] usdByLeaf = new BigDecimal[LEAVES.length];
  private final boolean requestIsUnknown;
  private final int scale;
  private final long[] unscaled;
  private final boolean compact;

  /**
   * Token and unit rates are multiplied by {@code times}, fees of tools are not; {@code discount}
   * multiplies all.
   */
  Tariff(
      @Nullable RateRow tokens,
      @Nullable RateRow units,
      Rates toolFees,
      BigDecimal times,
      BigDecimal discount) {
    this.tokens = tokens;
    this.units = units;
    this.times = times;
    this.discount = discount;
    BigDecimal both = times.multiply(discount);
    if (tokens != null) {
      tokens.rates().putPerLeaf(usdByLeaf, both);
    }
    if (units != null) {
      units.rates().putPerLeaf(usdByLeaf, both);
    }
    toolFees.putPerLeaf(usdByLeaf, discount);
    // Gemini bills grounding by the query or by the prompt, by model; the wire counts both.
    freeBeside(Leaf.GROUNDING_QUERY, Leaf.GROUNDED_PROMPT);
    freeBeside(Leaf.GROUNDED_PROMPT, Leaf.GROUNDING_QUERY);
    this.requestIsUnknown = units != null
        && units.rates().lists(Rate.REQUEST)
        && usdByLeaf[Leaf.REQUEST.ordinal()] == null;
    this.scale = commonScale();
    this.unscaled = new long[LEAVES.length];
    this.compact = fillUnscaled();
  }

  private void freeBeside(Leaf billed, Leaf other) {
    if (usd(billed) != null && usd(other) == null) {
      usdByLeaf[other.ordinal()] = BigDecimal.ZERO;
    }
  }

  boolean isOf(
      @Nullable RateRow otherTokens,
      @Nullable RateRow otherUnits,
      BigDecimal otherTimes,
      BigDecimal otherDiscount) {
    return tokens == otherTokens
        && units == otherUnits
        && times.compareTo(otherTimes) == 0
        && discount.compareTo(otherDiscount) == 0;
  }

  @Nullable
  RateRow tokens() {
    return tokens;
  }

  @Nullable
  RateRow units() {
    return units;
  }

  BigDecimal times() {
    return times;
  }

  BigDecimal discount() {
    return discount;
  }

  /** USD for one of what the leaf counts, all factors included; null when there is no price. */
  @Nullable
  BigDecimal usd(Leaf leaf) {
    return usdByLeaf[leaf.ordinal()];
  }

  /** Whether output tokens have a price, be it one that nobody knows. */
  boolean pricesOutput() {
    return tokens != null && tokens.rates().pricesOutput();
  }

  /** How many of a leaf are billed: each call is one request where requests have a price. */
  long billed(Leaf leaf, Leaves leaves) {
    return leaf == Leaf.REQUEST && usd(leaf) != null ? 1 : leaves.of(leaf);
  }

  /** What the leaves cost; null when something was used that has no price. */
  @Nullable
  Amounts amounts(Leaves leaves) {
    if (requestIsUnknown) {
      return null;
    }
    Amounts amounts = compact ? compactAmounts(leaves) : null;
    return amounts != null ? amounts : wideAmounts(leaves, 0);
  }

  /** What calls of tools cost; null when there is one without a price. */
  @Nullable
  Amounts toolAmounts(Leaves leaves) {
    return wideAmounts(leaves, Leaf.WEB_SEARCH.ordinal());
  }

  /** Null when a leaf has no price, or when a {@code long} might overflow. */
  private @Nullable Amounts compactAmounts(Leaves leaves) {
    Amounts amounts = Amounts.ofScale(scale);
    for (int i = 0; i < LEAVES.length; i++) {
      long amount = billed(LEAVES[i], leaves);
      if (amount > 0) {
        long rate = unscaled[i];
        if (rate == NO_RATE || !isSafe(amount, rate)) {
          return null;
        }
        amounts.add(LeafKinds.of(LEAVES[i]), amount * rate);
      }
    }
    if (!isSavingSafe(leaves)) {
      return null;
    }
    amounts.saved(Math.max(0, compactSaving(leaves, amounts)));
    return amounts;
  }

  /** What cached tokens would have cost more as plain ones; 0 when that is not known. */
  private long compactSaving(Leaves leaves, Amounts amounts) {
    long uncached = 0;
    for (int i = 0; i < CachedLeaf.ALL.size(); i++) {
      CachedLeaf cached = CachedLeaf.ALL.get(i);
      long amount = leaves.of(cached.leaf());
      if (amount > 0) {
        long rate = unscaled[cached.plain().ordinal()];
        if (rate == NO_RATE) {
          return 0;
        }
        uncached += amount * rate;
      }
    }
    return uncached
        - amounts.unscaled(CostKind.CACHE_READ)
        - amounts.unscaled(CostKind.CACHE_WRITE);
  }

  private boolean isSavingSafe(Leaves leaves) {
    for (int i = 0; i < CachedLeaf.ALL.size(); i++) {
      CachedLeaf cached = CachedLeaf.ALL.get(i);
      long rate = unscaled[cached.plain().ordinal()];
      if (rate != NO_RATE && !isSafe(leaves.of(cached.leaf()), rate)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Amounts wideAmounts(Leaves leaves, int fromLeaf) {
    Amounts amounts = Amounts.wide();
    for (int i = fromLeaf; i < LEAVES.length; i++) {
      Leaf leaf = LEAVES[i];
      long amount = billed(leaf, leaves);
      if (amount > 0) {
        BigDecimal rate = usd(leaf);
        if (rate == null) {
          return null;
        }
        amounts.add(LeafKinds.of(leaf), rate.multiply(BigDecimal.valueOf(amount)));
      }
    }
    if (fromLeaf == 0) {
      amounts.saved(wideSaving(leaves, amounts).max(BigDecimal.ZERO));
    }
    return amounts;
  }

  private BigDecimal wideSaving(Leaves leaves, Amounts amounts) {
    BigDecimal saving = amounts
        .usdOrZero(CostKind.CACHE_READ)
        .add(amounts.usdOrZero(CostKind.CACHE_WRITE))
        .negate();
    for (CachedLeaf cached : CachedLeaf.ALL) {
      long amount = leaves.of(cached.leaf());
      BigDecimal rate = usd(cached.plain());
      if (amount > 0) {
        if (rate == null) {
          return BigDecimal.ZERO;
        }
        saving = saving.add(rate.multiply(BigDecimal.valueOf(amount)));
      }
    }
    return saving;
  }

  private static boolean isSafe(long amount, long rate) {
    return Long.numberOfLeadingZeros(amount) + Long.numberOfLeadingZeros(rate)
        >= SAFE_LEADING_ZEROS;
  }

  private int commonScale() {
    int max = 0;
    for (BigDecimal usd : usdByLeaf) {
      if (usd != null) {
        max = Math.max(max, usd.stripTrailingZeros().scale());
      }
    }
    return max;
  }

  private boolean fillUnscaled() {
    for (int i = 0; i < unscaled.length; i++) {
      BigDecimal usd = usdByLeaf[i];
      unscaled[i] = NO_RATE;
      if (usd != null) {
        BigDecimal whole = usd.movePointRight(scale);
        if (whole.precision() - whole.scale() > 18) {
          return false;
        }
        unscaled[i] = whole.longValueExact();
      }
    }
    return true;
  }
}
