package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model costs during one period, under all terms that are known. Immutable. */
final class DatedPrice {

  /** Limit of a price that has no long-context rates: no request has this many tokens. */
  static final long NO_LONG_CONTEXT = Long.MAX_VALUE;

  private final Instant from;
  private final Instant until;
  private final long longContextFromTokens;
  private final List<RateCard> cards;
  private final Map<String, BigDecimal> usdPerCall;
  private final Map<String, BigDecimal> timesByInferenceGeo;

  /**
   * @param from first instant at which it applies
   * @param until first instant at which it does not
   * @param longContextFromTokens input tokens, cached ones included, from which on the whole
   *     request is billed at the long-context rates
   * @param cards one per set of terms
   * @param usdPerCall fees per call of a server-side tool, by the tool's name in the book
   * @param timesByInferenceGeo what token rates are multiplied by, by place of inference
   */
  DatedPrice(
      Instant from,
      Instant until,
      long longContextFromTokens,
      List<RateCard> cards,
      Map<String, BigDecimal> usdPerCall,
      Map<String, BigDecimal> timesByInferenceGeo) {
    this.from = from;
    this.until = until;
    this.longContextFromTokens = longContextFromTokens;
    this.cards = cards;
    this.usdPerCall = usdPerCall;
    this.timesByInferenceGeo = timesByInferenceGeo;
  }

  Instant from() {
    return from;
  }

  Instant until() {
    return until;
  }

  boolean appliesAt(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /** The rates for a call with these terms; null when the book does not know them. */
  @Nullable
  Tariff tariff(BillingTerms terms, long inputTokens) {
    RateCard card = card(
        tierServed(terms.serviceTier()),
        speed(terms.speed()),
        inputTokens >= longContextFromTokens);
    BigDecimal times = times(terms.region());
    return card == null || times == null ? null : new Tariff(card, times, usdPerCall);
  }

  private @Nullable RateCard card(String serviceTier, String speed, boolean longContext) {
    for (RateCard card : cards) {
      if (card.fits(serviceTier, speed, longContext)) {
        return card;
      }
    }
    return null;
  }

  private @Nullable BigDecimal times(@Nullable String inferenceGeo) {
    // Anthropic says not_available for models that have no choice of place.
    if (inferenceGeo == null
        || inferenceGeo.equals("global")
        || inferenceGeo.equals("not_available")) {
      return BigDecimal.ONE;
    }
    return timesByInferenceGeo.get(inferenceGeo);
  }

  private static String tierServed(@Nullable String serviceTier) {
    // OpenAI calls it default, Anthropic standard; auto means that nothing special was chosen.
    return serviceTier == null || serviceTier.equals("default") || serviceTier.equals("auto")
        ? RateCard.STANDARD
        : serviceTier;
  }

  private static String speed(@Nullable String speed) {
    return speed == null ? RateCard.STANDARD : speed;
  }
}
