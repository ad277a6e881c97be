package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * USD by kind, and what a cache saved, exactly: either as whole numbers of one decimal unit, or as
 * decimals of any size. Filled by one thread, then not changed any more.
 */
final class Amounts {

  private static final CostKind[] KINDS = CostKind.values();
  private static final long[] NOTHING = {};

  private final int scale;
  private final long[] unscaled;
  private final @Nullable BigDecimal @Nullable [] wide;
  /** Of {@link #unscaled}, made when asked for: they are asked for by span, ledger and counters. */
  private final @Nullable BigDecimal[] asked = new BigDecimal[KINDS.length];

  private int used;
  private long savedUnscaled;
  private BigDecimal savedWide = BigDecimal.ZERO;

  private Amounts(int scale, @Nullable BigDecimal @Nullable [] wide) {
    this.scale = scale;
    this.unscaled = wide == null ? new long[KINDS.length] : NOTHING;
    this.wide = wide;
  }

  /** For amounts that are whole numbers of 10^-scale USD. */
  static Amounts ofScale(int scale) {
    return new Amounts(scale, null);
  }

  /** For amounts that may be any decimal. */
  static Amounts wide() {
    return new Amounts(0, new BigDecimal[KINDS.length]);
  }

  void add(CostKind kind, long amount) {
    unscaled[kind.ordinal()] += amount;
    asked[kind.ordinal()] = null;
    used |= 1 << kind.ordinal();
  }

  void add(CostKind kind, BigDecimal usd) {
    if (wide != null) {
      wide[kind.ordinal()] = usdOrZero(kind).add(usd);
      used |= 1 << kind.ordinal();
    }
  }

  /** Adds all that another has. Only for those made by {@link #wide()}. */
  void add(Amounts other) {
    for (CostKind kind : KINDS) {
      BigDecimal usd = other.usd(kind);
      if (usd != null) {
        add(kind, usd);
      }
    }
    savedWide = savedWide.add(other.savedUsd());
  }

  void saved(long amount) {
    savedUnscaled = amount;
  }

  void saved(BigDecimal usd) {
    savedWide = usd;
  }

  long unscaled(CostKind kind) {
    return unscaled[kind.ordinal()];
  }

  /** Null when nothing of this kind was used. */
  @Nullable
  BigDecimal usd(CostKind kind) {
    if ((used & 1 << kind.ordinal()) == 0) {
      return null;
    }
    return wide == null ? narrow(kind.ordinal()) : wide[kind.ordinal()];
  }

  private BigDecimal narrow(int kind) {
    BigDecimal known = asked[kind];
    if (known == null) {
      known = BigDecimal.valueOf(unscaled[kind], scale);
      asked[kind] = known;
    }
    return known;
  }

  BigDecimal usdOrZero(CostKind kind) {
    BigDecimal usd = usd(kind);
    return usd == null ? BigDecimal.ZERO : usd;
  }

  /** Nothing was used that costs anything, which is known and is an amount, too. */
  void zeroIfEmpty() {
    if (used == 0 && wide != null) {
      wide[CostKind.INPUT.ordinal()] = BigDecimal.ZERO;
    }
    used = used == 0 ? 1 << CostKind.INPUT.ordinal() : used;
  }

  BigDecimal savedUsd() {
    return wide == null ? BigDecimal.valueOf(savedUnscaled, scale) : savedWide;
  }

  BigDecimal sum() {
    if (wide == null) {
      long sum = 0;
      for (long amount : unscaled) {
        sum += amount;
      }
      return BigDecimal.valueOf(sum, scale);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (CostKind kind : KINDS) {
      sum = sum.add(usdOrZero(kind));
    }
    return sum;
  }
}
