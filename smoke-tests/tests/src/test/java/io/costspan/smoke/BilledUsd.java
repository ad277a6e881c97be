package io.costspan.smoke;

import io.costspan.testbed.otlp.Attributes;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What is billed by spans or events. */
final class BilledUsd {
  static final String ATTRIBUTE = "gen_ai.usage.cost.amount";

  private BilledUsd() {}

  /** By those that tell a cost. */
  static BigDecimal sum(Stream<Attributes> told) {
    return told.filter(one -> one.has(ATTRIBUTE))
        .map(one -> BigDecimal.valueOf(one.number(ATTRIBUTE)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
