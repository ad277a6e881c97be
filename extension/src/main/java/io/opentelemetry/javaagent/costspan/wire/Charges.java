package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the provider itself says that a call cost. Where a stream says it in several events, the
 * amounts are cumulative and the last one is right.
 */
final class Charges {

  /** xAI counts in ticks, of which 10^10 are one USD. */
  private static final int TICK_SCALE = 10;

  private @Nullable BigDecimal ticks;
  private @Nullable BigDecimal usd;
  private @Nullable BigDecimal upstreamUsd;
  private @Nullable Boolean byok;

  /**
   * Adds the amounts to the table of a usage: xAI's {@code cost_in_usd_ticks}, OpenRouter's {@code
   * cost}, and Perplexity's {@code cost}, which is an object.
   */
  static JsonShape<Reply> addTo(JsonShape<Reply> usage) {
    return usage
        .integer("cost_in_usd_ticks", (reply, ticks) -> reply.charges().ticks(ticks))
        .decimal("cost", (reply, usd) -> reply.charges().usd = usd)
        .child(
            "cost",
            JsonShape.<Reply>object()
                .decimal("total_cost", (reply, usd) -> reply.charges().usd = usd))
        .flag("is_byok", (reply, byok) -> reply.charges().byok = byok)
        .child(
            "cost_details",
            JsonShape.<Reply>object()
                .decimal(
                    "upstream_inference_cost", (reply, usd) -> reply.charges().upstreamUsd = usd));
  }

  void add(Charges event) {
    ticks = event.ticks != null ? event.ticks : ticks;
    usd = event.usd != null ? event.usd : usd;
    upstreamUsd = event.upstreamUsd != null ? event.upstreamUsd : upstreamUsd;
    byok = event.byok != null ? event.byok : byok;
  }

  void copyTo(Usage.Builder target) {
    BigDecimal total = total();
    if (total != null) {
      target.reportedUsd(total);
    }
  }

  void clear() {
    ticks = null;
    usd = null;
    upstreamUsd = null;
    byok = null;
  }

  private void ticks(long value) {
    ticks = BigDecimal.valueOf(value, TICK_SCALE);
  }

  /**
   * With a key of one's own, OpenRouter's amount is only its fee: the rest is on the bill of the
   * provider behind it, and without that figure nobody knows the whole.
   */
  private @Nullable BigDecimal total() {
    if (ticks != null) {
      return ticks;
    }
    if (usd == null || !Boolean.TRUE.equals(byok)) {
      return usd;
    }
    return upstreamUsd == null || upstreamUsd.signum() < 0 ? null : usd.add(upstreamUsd);
  }
}
