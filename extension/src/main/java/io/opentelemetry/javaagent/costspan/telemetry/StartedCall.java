package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call under way: what was known at its start, and what was opened for it. */
final class StartedCall {

  private final CallStart start;
  private final Payer payer;
  private final CallLabels labels;
  private final Span span;
  private final Context context;
  private final @Nullable Instant at;

  /**
   * @param at decides which price is in force; null, and no price is, when the clock failed
   */
  StartedCall(CallStart start, Payer payer, CallLabels labels, Span span, @Nullable Instant at) {
    this.start = start;
    this.payer = payer;
    this.labels = labels;
    this.span = span;
    this.context = start.parent().with(span);
    this.at = at;
  }

  CallStart start() {
    return start;
  }

  Payer payer() {
    return payer;
  }

  CallLabels labels() {
    return labels;
  }

  Span span() {
    return span;
  }

  /** The parent context with our span. */
  Context context() {
    return context;
  }

  @Nullable
  Instant at() {
    return at;
  }
}
