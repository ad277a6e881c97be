package io.opentelemetry.javaagent.costspan.price;

/** A part of a cost, as it is shown. The parts of a cost add up to it. */
public enum CostKind {
  INPUT("input"),
  CACHE_READ("cache_read"),
  CACHE_WRITE("cache_write"),
  OUTPUT("output"),
  TOOLS("tools"),
  /** An amount that the provider reported as one sum, and that no price list splits. */
  UNSPLIT("unsplit");

  private final String value;

  CostKind(String value) {
    this.value = value;
  }

  /** Value of {@code llm.cost.kind}. */
  public String value() {
    return value;
  }
}
