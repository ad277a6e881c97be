package io.opentelemetry.javaagent.costspan.telemetry;

/** A value without a name, and what it has spent of late at least. Immutable. */
final class Candidate {

  /** So that neither two equals take turns nor a value whose spend wavers comes and goes. */
  private static final double MARGIN = 2;

  /** By as many calls of its own a candidate's recent spend may be larger by mere chance. */
  private static final double CALLS_BY_CHANCE = 16;

  private final String value;
  private final double spent;
  private final double calls;

  Candidate(String value, double spent, double calls) {
    this.value = value;
    this.spent = spent;
    this.calls = calls;
  }

  String value() {
    return value;
  }

  double spent() {
    return spent;
  }

  /**
   * Whether this has spent twice of what the other has spent ever, or surely twice of what it has
   * spent of late.
   */
  boolean outspends(NamedValue named) {
    double surely = spent * (1 - CALLS_BY_CHANCE / calls);
    return spent > MARGIN * named.sum() || surely > MARGIN * named.recent();
  }
}
