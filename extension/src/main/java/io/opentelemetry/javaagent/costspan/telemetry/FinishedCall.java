package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A call with its bill: what each {@link Recorder} takes its part of. */
final class FinishedCall {

  private final StartedCall started;
  private final CallEnd end;
  private final @Nullable Quote quote;
  private final @Nullable CallClock clock;
  private final Leaves leaves;
  private final CacheUse promptCache;

  /**
   * @param quote null when there was nothing to bill, or when pricing failed
   * @param clock null when nobody knows how long the call took
   */
  FinishedCall(StartedCall started, CallEnd end, @Nullable Quote quote, @Nullable CallClock clock) {
    this.started = started;
    this.end = end;
    this.quote = quote;
    this.clock = clock;
    this.leaves = end.facts().usage().leaves();
    this.promptCache = end.gatewayCache().servesTheCall()
        ? CacheUse.NOT_REPORTED // what the usage says of it is about an earlier call
        : CacheUse.ofPrompt(end.facts().usage());
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

  CacheUse promptCache() {
    return promptCache;
  }

  CacheUse gatewayCache() {
    return end.gatewayCache();
  }

  @Nullable
  Cost cost() {
    return quote == null ? null : quote.cost();
  }

  /** USD that a cache saved; null when nobody knows. */
  @Nullable
  BigDecimal cacheSavedUsd() {
    Cost cost = cost();
    if (cost == null) {
      return null;
    }
    boolean unknown = gatewayCache().servesTheCall() && cost.cacheSavedUsd().signum() == 0;
    return unknown ? null : cost.cacheSavedUsd();
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

  /** Null when nobody knows how long the call took. */
  @Nullable
  CallClock clock() {
    return clock;
  }
}
