package io.opentelemetry.javaagent.costspan.telemetry;

/** How a call went for the application. */
public enum Outcome {
  SUCCESS("success", false),
  ERROR("error", true),
  TIMEOUT("timeout", true),
  RATE_LIMITED("rate_limited", true),
  /** The provider answered, and withheld or refused the content. */
  CONTENT_FILTERED("content_filtered", false),
  /** The application wanted no more of it, which is its right and not an error. */
  CANCELLED("cancelled", false),
  /** Never sent: a budget was used up. */
  BUDGET_REFUSED("budget_refused", false);

  private final String value;
  private final boolean error;

  Outcome(String value, boolean error) {
    this.value = value;
    this.error = error;
  }

  /** Value of {@code llm.outcome}. */
  public String value() {
    return value;
  }

  /** Whether the span has the status ERROR. */
  public boolean isError() {
    return error;
  }
}
