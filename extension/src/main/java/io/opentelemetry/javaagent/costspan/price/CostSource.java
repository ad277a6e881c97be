package io.opentelemetry.javaagent.costspan.price;

/** Who computed a cost. */
public enum CostSource {
  /** The amount was in the response. */
  PROVIDER("provider"),
  /** Computed by us from the price book. */
  LOCAL("local");

  private final String value;

  CostSource(String value) {
    this.value = value;
  }

  /** Value of {@code gen_ai.usage.cost.source}. */
  public String value() {
    return value;
  }
}
