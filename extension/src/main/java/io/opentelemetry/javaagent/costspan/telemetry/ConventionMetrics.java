package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.price.Cost;

/** The metrics of the GenAI conventions, without who pays. Thread-safe. */
final class ConventionMetrics implements Recorder {

  private final DoubleHistogram duration;
  private final DoubleHistogram timeToFirstChunk;
  private final DoubleHistogram timePerOutputChunk;
  private final DoubleHistogram costPerCall;
  private final TokenMetrics tokens;

  ConventionMetrics(Names names, TokenMetrics tokens, Meter meter) {
    this.duration = names.duration().doubleHistogram(meter);
    this.timeToFirstChunk = names.timeToFirstChunk().doubleHistogram(meter);
    this.timePerOutputChunk = names.timePerOutputChunk().doubleHistogram(meter);
    this.costPerCall = Names.COST_PER_CALL.doubleHistogram(meter);
    this.tokens = tokens;
  }

  @Override
  public String site() {
    return "metrics";
  }

  void firstChunk(double seconds, Attributes labels, Context context) {
    timeToFirstChunk.record(seconds, labels, context);
  }

  void laterChunk(double seconds, Attributes labels, Context context) {
    timePerOutputChunk.record(seconds, labels, context);
  }

  @Override
  public void record(FinishedCall call) {
    String model = call.end().facts().model();
    AnsweredLabels labels = call.labels().answered(model, call.errorType());
    CallClock clock = call.clock();
    if (clock != null) {
      duration.record(clock.elapsed(), labels.all(), call.context());
    }
    tokens.record(call.usage(), labels, call.context());
    Cost cost = call.cost();
    if (cost != null) {
      Attributes costLabels = call.labels().answered(model).ofCost(cost.source());
      costPerCall.record(cost.usd().doubleValue(), costLabels, call.context());
    }
  }
}
