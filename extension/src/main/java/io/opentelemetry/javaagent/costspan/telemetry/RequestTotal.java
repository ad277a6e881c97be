package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the calls of one served request add up to. */
final class RequestTotal {

  private static final Leaf[] LEAVES = Leaf.values();

  private long calls;
  private long tokens;
  private @Nullable BigDecimal usd;

  /**
   * Adds a call and shows the sums. Locked, because a sum that is shown late must not overwrite a
   * newer one; only calls of one request meet here.
   */
  synchronized void add(FinishedCall call, Span root, Names names) {
    calls++;
    for (Leaf leaf : LEAVES) {
      tokens += leaf.isTokens() ? call.leaves().of(leaf) : 0;
    }
    Cost cost = call.cost();
    if (cost != null) {
      usd = usd == null ? cost.usd() : usd.add(cost.usd());
    }
    show(call, root, names);
  }

  private void show(FinishedCall call, Span root, Names names) {
    root.setAttribute(Names.ROOT_CALLS, calls);
    root.setAttribute(Names.ROOT_TOKENS, tokens);
    if (usd != null) {
      root.setAttribute(Names.ROOT_COST, usd.doubleValue());
    }
    root.setAttribute(names.tenant(), call.payer().tenant());
    root.setAttribute(Names.FEATURE, call.payer().feature());
  }
}
