package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Prices a call and takes it everywhere. One place that fails does not keep it from the others.
 * Thread-safe, never throws.
 */
final class CallCloser {

  private final Pricing pricing;
  private final List<Recorder> recorders;
  private final Failures failures;

  /**
   * @param recorders asked in this order
   */
  CallCloser(Pricing pricing, List<Recorder> recorders, Failures failures) {
    this.pricing = pricing;
    this.recorders = recorders;
    this.failures = failures;
  }

  void close(StartedCall started, CallEnd end, CallClock clock) {
    try {
      bill(started, end, clock);
    } finally {
      endSpan(started.span(), end, clock);
    }
  }

  /**
   * The same, without ending the span.
   *
   * @param clock null when nobody knows how long it took
   * @return null when we failed
   */
  @Nullable
  FinishedCall bill(StartedCall started, CallEnd end, @Nullable CallClock clock) {
    try {
      FinishedCall call = new FinishedCall(started, end, quote(started, end), clock);
      if (!call.leaves().isConsistent()) {
        failures.count("usage", "the provider's token counts contradict each other");
      }
      recorders.forEach(recorder -> record(recorder, call));
      return call;
    } catch (Throwable t) {
      failures.count("end", t);
      return null;
    }
  }

  private void record(Recorder recorder, FinishedCall call) {
    try {
      if (OwnRights.areNeeded()) {
        OwnRights.use(() -> recorder.record(call));
      } else {
        recorder.record(call);
      }
    } catch (Throwable t) {
      failures.count(recorder.site(), t);
    }
  }

  private @Nullable Quote quote(StartedCall started, CallEnd end) {
    ResponseFacts facts = end.facts();
    Instant at = started.at();
    if (at == null || (!end.isBillable() && facts.usage().status() != UsageStatus.MEASURED)) {
      return null;
    }
    try {
      Quote quote = pricing.quote(BilledCall.of(
          facts.localServer() != null ? facts.localServer() : started.start().provider(),
          started.start().request().model(),
          facts.model(),
          facts.usage(),
          facts.terms(),
          at,
          started.payer().tenant()));
      return end.gatewayCache().servesTheCall() ? quote.servedFromCache() : quote;
    } catch (Throwable t) {
      failures.count("price", t);
      return null;
    }
  }

  void endSpan(Span span, CallEnd end, CallClock clock) {
    try {
      if (OwnRights.areNeeded()) {
        OwnRights.use(() -> end(span, end, clock));
      } else {
        end(span, end, clock);
      }
    } catch (Throwable t) {
      failures.count("span", t);
    }
  }

  /** A dropped call is found when the garbage collector ran; its span says when it was over. */
  private static void end(Span span, CallEnd end, CallClock clock) {
    if (end.isDropped() && span instanceof ReadableSpan) {
      long startEpochNanos = ((ReadableSpan) span).toSpanData().getStartEpochNanos();
      span.end(startEpochNanos + clock.elapsedNanos(), TimeUnit.NANOSECONDS);
    } else {
      span.end();
    }
  }
}
