package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import org.jspecify.annotations.Nullable;

/** A call with its bill: what each {@link Recorder} takes its part of. */
final class FinishedCall {

  private final StartedCall started;
  private final CallEnd end;
  private final @Nullable Quote quote;
  private final CallClock clock;
  private final Leaves leaves;
  private final CacheUse cacheUse;

  /**
   * @param quote null when there was nothing to bill, or when pricing failed
   */
  FinishedCall(StartedCall started, CallEnd end, @Nullable Quote quote, CallClock clock) {
    this.started = started;
    this.end = end;
    this.quote = quote;
    this.clock = clock;
    this.leaves = end.facts().usage().leaves();
    this.cacheUse = CacheUse.of(end.facts().usage());
  }

  CallStart start() {
    return started.start();
  }

  Payer payer() {
    return started.payer();
  }

  CallLabels labels() {
    return started.labels();
  }

  Context context() {
    return started.context();
  }

  Span span() {
    return started.span();
  }

  CallEnd end() {
    return end;
  }

  Usage usage() {
    return end.facts().usage();
  }

  Leaves leaves() {
    return leaves;
  }

  CacheUse cacheUse() {
    return cacheUse;
  }

  @Nullable
  Cost cost() {
    return quote == null ? null : quote.cost();
  }

  @Nullable
  UnpricedReason unpricedReason() {
    return quote == null ? null : quote.reason();
  }

  /** Value of {@code error.type}; never null when the outcome is an error. */
  @Nullable
  String errorType() {
    String type = end.errorType();
    return type == null && end.outcome().isError() ? Names.OTHER_ERROR : type;
  }

  CallClock clock() {
    return clock;
  }
}
