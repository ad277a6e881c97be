package io.opentelemetry.javaagent.costspan.price;

/** One thing that a user has agreed with a provider, for people who read or compare it. Immutable. */
public final class Agreement {

  /** What was agreed. */
  public enum Kind {
    ALIAS,
    DISCOUNT,
    FREE
  }

  private final Kind kind;
  private final String of;
  private final String period;
  private final String says;

  Agreement(Kind kind, String of, String period, String says) {
    this.kind = kind;
    this.of = of;
    this.period = period;
    this.says = says;
  }

  public Kind kind() {
    return kind;
  }

  /** The {@code provider} or {@code provider/model} that it is about. */
  public String of() {
    return of;
  }

  /** {@code always}, or from when until when. */
  public String period() {
    return period;
  }

  /** What the price is multiplied by, what the name stands for, or {@code 0}. */
  public String says() {
    return says;
  }
}
