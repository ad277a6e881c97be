package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.time.Instant;

/** What a contract multiplies the price of a call by, during its term. Immutable. */
final class Discount {

  private final BigDecimal times;
  private final Instant from;
  private final Instant until;

  Discount(BigDecimal times, Instant from, Instant until) {
    this.times = times;
    this.from = from;
    this.until = until;
  }

  BigDecimal times() {
    return times;
  }

  /** For people. */
  Agreement agreement(String of) {
    return new Agreement(
        Agreement.Kind.DISCOUNT, of, Period.of(from, until), times.toPlainString());
  }

  boolean appliesAt(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}
