package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
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
  public void record(Usage usage, Attributes labels, Context context) {
    record(usage, Count.INPUT, "input", labels, context);
    record(usage, Count.OUTPUT, "output", labels, context);
  }

  private void record(Usage usage, Count count, String type, Attributes labels, Context context) {
    if (usage.reports(count)) {
      Attributes typed = labels.toBuilder().put(Names.TOKEN_TYPE, type).build();
      tokens.record(usage.of(count), typed, context);
    }
  }
}
