package io.opentelemetry.javaagent.costspan.price;

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

  public @Nullable Cost cost() {
    return cost;
  }

  public @Nullable UnpricedReason reason() {
    return reason;
  }
}
