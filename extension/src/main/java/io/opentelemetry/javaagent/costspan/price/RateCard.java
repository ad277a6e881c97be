package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token rates of one model under one set of terms. Immutable. */
final class RateCard {

  /** The tier and the speed of a call that asked for nothing special. */
  static final String STANDARD = "standard";

  private static final int MILLION = 6;

  private final String serviceTier;
  private final String speed;
  private final boolean longContext;
  private final EnumMap<Leaf, BigDecimal> usdPerToken;

  private RateCard(
      String serviceTier,
      String speed,
      boolean longContext,
      EnumMap<Leaf, BigDecimal> usdPerToken) {
    this.serviceTier = serviceTier;
    this.speed = speed;
    this.longContext = longContext;
    this.usdPerToken = usdPerToken;
  }

  /**
   * @param rates USD per million tokens; a null is a rate that exists but is not known, a missing
   *     one is {@link Rate#otherwise()}
   */
  static RateCard of(
      String serviceTier,
      String speed,
      boolean longContext,
      Map<Rate, @Nullable BigDecimal> rates) {
    EnumMap<Leaf, BigDecimal> usdPerToken = new EnumMap<>(Leaf.class);
    for (Rate rate : Rate.values()) {
      BigDecimal usdPerMillion = rates.get(listed(rate, rates));
      if (usdPerMillion != null) {
        usdPerToken.put(rate.leaf(), usdPerMillion.movePointLeft(MILLION));
      }
    }
    return new RateCard(serviceTier, speed, longContext, usdPerToken);
  }

  boolean fits(String otherServiceTier, String otherSpeed, boolean isLongContext) {
    return longContext == isLongContext
        && serviceTier.equals(otherServiceTier)
        && speed.equals(otherSpeed);
  }

  boolean hasTermsOf(RateCard other) {
    return fits(other.serviceTier, other.speed, other.longContext);
  }

  /** USD per token of a leaf; null when the card has no price for it. */
  @Nullable
  BigDecimal usdPerToken(Leaf leaf) {
    return usdPerToken.get(leaf);
  }

  private static Rate listed(Rate rate, Map<Rate, @Nullable BigDecimal> rates) {
    Rate otherwise = rate.otherwise();
    return rates.containsKey(rate) || otherwise == null ? rate : otherwise;
  }
}
