package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.CallFields;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens what a call needs: who pays, its labels, its span. Thread-safe, never throws. */
final class CallOpener {

  private final Tracer tracer;
  private final Attribution attribution;
  private final RequestAttributes attributes;
  private final Labels labels;
  private final Failures failures;
  private final Clock clock;

  CallOpener(
      Tracer tracer,
      Attribution attribution,
      RequestAttributes attributes,
      Labels labels,
      Failures failures,
      Clock clock) {
    this.tracer = tracer;
    this.attribution = attribution;
    this.attributes = attributes;
    this.labels = labels;
    this.failures = failures;
    this.clock = clock;
  }

  StartedCall open(CallStart start) {
    return open(start, payer(start), 0);
  }

  /**
   * The same for what began before it was known to be something.
   *
   * @param payer who paid for it then
   * @param nanosAgo when that was; 0 for now
   */
  StartedCall open(CallStart start, Payer payer, long nanosAgo) {
    CallLabels callLabels = callLabels(start);
    Instant at = instantOrNull();
    Instant began = at == null || nanosAgo == 0 ? null : at.minusNanos(nanosAgo);
    Span span = span(start, payer, began);
    return new StartedCall(start, payer, callLabels, span, at);
  }

  /** One of the calls in something that is open, with its payer, its span and its prices. */
  StartedCall partOf(StartedCall whole, CallStart part) {
    return new StartedCall(part, whole.payer(), callLabels(part), whole.span(), whole.at());
  }

  /** Who pays for what begins now, on this thread. */
  Payer payer(CallStart start) {
    return payer(start.parent(), start);
  }

  /** The same for a call whose request says nothing. */
  Payer payerIn(Context context) {
    return payer(context, name -> null);
  }

  private Payer payer(Context context, CallFields call) {
    try {
      return attribution.resolve(context, call);
    } catch (Throwable t) {
      failures.count("attribution", t);
      return Payer.unknown();
    }
  }

  private CallLabels callLabels(CallStart start) {
    try {
      return CallLabels.of(start, labels);
    } catch (Throwable t) {
      failures.count("labels", t);
      return CallLabels.unknown(labels);
    }
  }

  private @Nullable Instant instantOrNull() {
    try {
      return clock.instant();
    } catch (Throwable t) {
      failures.count("clock", t);
      return null;
    }
  }

  /** Started last: nothing after it can fail and leave it open. */
  private Span span(CallStart start, Payer payer, @Nullable Instant began) {
    try {
      SpanBuilder span = tracer
          .spanBuilder(RequestAttributes.spanName(start))
          .setParent(start.parent())
          .setSpanKind(SpanKind.CLIENT);
      attributes.put(span::setAttribute, start, payer);
      if (began != null) {
        span.setStartTimestamp(began);
      }
      return span.startSpan();
    } catch (Throwable t) {
      failures.count("span", t);
      // Not the span of the parent itself: ours is ended, and that one is the application's.
      return Span.wrap(Span.fromContext(start.parent()).getSpanContext());
    }
  }
}
