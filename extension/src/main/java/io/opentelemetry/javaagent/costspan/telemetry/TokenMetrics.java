package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** The conventions' token metrics; what was not reported is not recorded. Thread-safe. */
interface TokenMetrics {

  void record(Usage usage, AnsweredLabels labels, Context context);
}
