package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.EnumMap;
import java.util.Map;

/** A counter per kind of token, the parts inside the totals, and a histogram per total. */
final class LatestTokenMetrics implements TokenMetrics {

  private final Map<Count, LongCounter> counters = new EnumMap<>(Count.class);
  private final Map<Count, LongHistogram> histograms = new EnumMap<>(Count.class);

  LatestTokenMetrics(Meter meter) {
    counters.put(Count.INPUT, Names.INPUT_USAGE.longCounter(meter));
    counters.put(Count.OUTPUT, Names.OUTPUT_USAGE.longCounter(meter));
    counters.put(Count.CACHE_READ, Names.CACHE_READ_USAGE.longCounter(meter));
    counters.put(Count.CACHE_WRITE, Names.CACHE_WRITE_USAGE.longCounter(meter));
    counters.put(Count.REASONING, Names.REASONING_USAGE.longCounter(meter));
    histograms.put(Count.INPUT, Names.INPUT_PER_CALL.longHistogram(meter));
    histograms.put(Count.OUTPUT, Names.OUTPUT_PER_CALL.longHistogram(meter));
  }

  @Override
  public void record(Usage usage, AnsweredLabels labels, Context context) {
    counters.forEach((count, counter) -> {
      if (usage.reports(count)) {
        counter.add(usage.of(count), labels.all(), context);
      }
    });
    histograms.forEach((count, histogram) -> {
      if (usage.reports(count)) {
        histogram.record(usage.of(count), labels.all(), context);
      }
    });
  }
}
