package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A cost, or the reason why there is none: exactly one of the two. Immutable. */
public final class Quote {

  private final @Nullable Cost cost;
  private final @Nullable UnpricedReason reason;

  private Quote(@Nullable Cost cost, @Nullable UnpricedReason reason) {
    this.cost = cost;
    this.reason = reason;
  }

  public static Quote of(Cost cost) {
    return new Quote(cost, null);
  }

  public static Quote unpriced(UnpricedReason reason) {
    return new Quote(null, reason);
  }

  /**
   * The quote of the same call when a cache on the way answered in the provider's place: nothing is
   * to be paid, and what it would have cost, where that is known, is saved.
   */
  public Quote servedFromCache() {
    BigDecimal saved = cost == null ? BigDecimal.ZERO : cost.usd();
    return of(Cost.reported(BigDecimal.ZERO, saved));
  }

  public @Nullable Cost cost() {
    return cost;
  }

  public @Nullable UnpricedReason reason() {
    return reason;
  }
}
