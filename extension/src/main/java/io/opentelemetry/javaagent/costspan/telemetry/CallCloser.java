package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.util.List;
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
      FinishedCall call = new FinishedCall(started, end, quote(started, end), clock);
      if (!call.leaves().isConsistent()) {
        failures.count("usage", "the provider's token counts contradict each other");
      }
      recorders.forEach(recorder -> record(recorder, call));
    } catch (Throwable t) {
      failures.count("end", t);
    } finally {
      endSpan(started);
    }
  }

  private void record(Recorder recorder, FinishedCall call) {
    try {
      recorder.record(call);
    } catch (Throwable t) {
      failures.count(recorder.site(), t);
    }
  }

  private @Nullable Quote quote(StartedCall started, CallEnd end) {
    ResponseFacts facts = end.facts();
    if (!end.isBillable() && facts.usage().status() != UsageStatus.MEASURED) {
      return null;
    }
    try {
      return pricing.quote(BilledCall.of(
          started.start().provider(),
          started.start().request().model(),
          facts.model(),
          facts.usage(),
          facts.terms(),
          started.at()));
    } catch (Throwable t) {
      failures.count("price", t);
      return null;
    }
  }

  private void endSpan(StartedCall started) {
    try {
      started.span().end();
    } catch (Throwable t) {
      failures.count("span", t);
    }
  }
}
