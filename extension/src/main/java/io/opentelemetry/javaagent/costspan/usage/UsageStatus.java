package io.opentelemetry.javaagent.costspan.usage;

/** How far the counts of a call can be trusted. */
public enum UsageStatus {
  /** The provider reported the final counts. */
  MEASURED("measured"),
  /** The stream was cut off: what is known is true, but not all is known. */
  PARTIAL("partial"),
  /** Counted by us, not by the provider. */
  ESTIMATED("estimated"),
  /** The provider reported nothing. */
  ABSENT("absent");

  private final String value;

  UsageStatus(String value) {
    this.value = value;
  }

  /** Value of {@code llm.usage.status}. */
  public String value() {
    return value;
  }
}
