package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;

/**
 * What a call counts where spend decides who keeps a name: about its nano-dollars. Rounded, and for
 * nothing else: what is shown is exact.
 */
final class CallWeight {

  private static final Leaf[] LEAVES = Leaf.values();
  private static final double NANOS_PER_USD = 1e9;

  /** A dollar per million tokens: about what a call costs whose price nobody knows. */
  private static final long NANOS_PER_UNPRICED_TOKEN = 1_000;

  private CallWeight() {}

  /** At least 1, so that calls decide where nothing costs anything. */
  static long of(FinishedCall call) {
    Cost cost = call.cost();
    if (cost == null) {
      return 1 + NANOS_PER_UNPRICED_TOKEN * tokens(call.leaves());
    }
    return cost.usd().signum() == 0
        ? 1 + tokens(call.leaves())
        : 1 + (long) (cost.usd().doubleValue() * NANOS_PER_USD);
  }

  private static long tokens(Leaves leaves) {
    long tokens = 0;
    for (Leaf leaf : LEAVES) {
      if (leaf.isTokens()) {
        tokens += leaves.of(leaf);
      }
    }
    return tokens;
  }
}
