package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rates as a book lists them, each with what applies when it is left out. Immutable. */
final class Rates {

  static final Rates NONE = new Rates(new EnumMap<>(Rate.class));

  private final EnumMap<Rate, Listed> listed;

  private Rates(EnumMap<Rate, Listed> listed) {
    this.listed = listed;
  }

  /**
   * @param listed USD per unit by rate; null for a rate that exists and that nobody could tell
   */
  static Rates of(Map<Rate, @Nullable BigDecimal> listed) {
    EnumMap<Rate, Listed> rates = new EnumMap<>(Rate.class);
    for (Map.Entry<Rate, @Nullable BigDecimal> rate : listed.entrySet()) {
      rates.put(rate.getKey(), new Listed(rate.getValue()));
    }
    return new Rates(rates);
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  /** Whether something stands here for this rate itself, be it {@code unknown}. */
  boolean lists(Rate rate) {
    return listed.containsKey(rate);
  }

  /** Whether output tokens of any kind are listed, be it as {@code unknown}. */
  boolean pricesOutput() {
    return lists(Rate.OUTPUT)
        || lists(Rate.AUDIO_OUTPUT)
        || lists(Rate.IMAGE_OUTPUT)
        || lists(Rate.VIDEO_OUTPUT);
  }

  /** The rate that stands for this one: itself, or what applies in its place; null for none. */
  @Nullable
  Rate standIn(Rate rate) {
    for (Rate candidate = rate; candidate != null; candidate = candidate.otherwise()) {
      if (listed.containsKey(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** USD per unit of the rate; null when it has none or when it is not known. */
  @Nullable
  BigDecimal usdPerUnit(Rate rate) {
    Rate standIn = standIn(rate);
    Listed found = standIn == null ? null : listed.get(standIn);
    return found == null ? null : found.usd;
  }

  /** USD for one of what each leaf counts, put where the leaf has its place. */
  void putPerLeaf(@Nullable BigDecimal[] usdByLeaf, BigDecimal times) {
    for (Rate rate : Rate.values()) {
      BigDecimal usd = usdPerUnit(rate);
      if (usd != null) {
        usdByLeaf[rate.leaf().ordinal()] = rate.perLeaf(usd).multiply(times);
      }
    }
  }

  /** As a book writes it: {@code unknown} for a rate that nobody could tell; null for none. */
  @Nullable
  String written(Rate rate) {
    Listed found = listed.get(rate);
    return found == null ? null : found.usd == null ? "unknown" : found.usd.toPlainString();
  }

  /** Wraps a rate that may be unknown, since a map may hold null and mean nothing by it. */
  private static final class Listed {

    private final @Nullable BigDecimal usd;

    Listed(@Nullable BigDecimal usd) {
      this.usd = usd;
    }
  }
}
