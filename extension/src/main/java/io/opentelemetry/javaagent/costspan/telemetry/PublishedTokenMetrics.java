package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** One histogram of totals, input and output by label. */
final class PublishedTokenMetrics implements TokenMetrics {

  private final LongHistogram tokens;

  PublishedTokenMetrics(Meter meter) {
    tokens = Names.TOKEN_USAGE.longHistogram(meter);
  }

  @Override
  public void record(Usage usage, AnsweredLabels labels, Context context) {
    if (usage.reports(Count.INPUT)) {
      tokens.record(usage.of(Count.INPUT), labels.ofInput(), context);
    }
    if (usage.reports(Count.OUTPUT)) {
      tokens.record(usage.of(Count.OUTPUT), labels.ofOutput(), context);
    }
  }
}
