package io.opentelemetry.javaagent.costspan.price;

/** Why a call has no cost. */
public enum UnpricedReason {
  /** No entry for the model, or none that was in force at the time of the call. */
  UNKNOWN_MODEL("unknown_model"),
  /** The provider reported no counts. */
  NO_USAGE("no_usage"),
  /** The stream was cut off before the final counts came. */
  PARTIAL_USAGE("partial_usage"),
  /** The entry has no rate for something that was used, or for the terms that applied. */
  NO_PRICE_FOR_UNIT("no_price_for_unit");

  private final String value;

  UnpricedReason(String value) {
    this.value = value;
  }

  /** Value of {@code llm.unpriced.reason}. */
  public String value() {
    return value;
  }
}
