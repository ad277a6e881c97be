package io.costspan.smoke.runner.soak;

/**
 * Who pays for a call, and how the application says so.
 *
 * @param tenant meaningless for NOBODY, as the feature
 */
public record Payer(Way way, String tenant, String feature) {

  /** Where it stands. */
  public enum Way {
    BAGGAGE,
    LOGGING_CONTEXT,
    NOBODY
  }
}
