package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import io.opentelemetry.instrumentation.api.instrumenter.SpanNameExtractor;
import io.opentelemetry.javaagent.costspan.attribution.ServedStart;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets the schedulers' instrumentations keep which job it is that they run. */
final class ScheduledJobs {

  private static final String[] SCHEDULERS = {
    "io.opentelemetry.spring-scheduling",
    "io.opentelemetry.quartz",
    "io.opentelemetry.powerjob",
    "io.opentelemetry.apache-elasticjob",
    "io.opentelemetry.xxl-job"
  };

  private ScheduledJobs() {}

  /**
   * @param instrumentation with or without a version behind it, as agents have it
   */
  static boolean isScheduler(String instrumentation) {
    for (String scheduler : SCHEDULERS) {
      if (instrumentation.startsWith(scheduler)) {
        return true;
      }
    }
    return false;
  }

  /** The job is called as its span is: only there every scheduler says which one it is. */
  static void customize(InstrumenterCustomizer instrumenter) {
    AtomicReference<@Nullable SpanNameExtractor<?>> names = new AtomicReference<>();
    instrumenter.setSpanNameExtractorCustomizer(extractor -> {
      names.set(extractor);
      return extractor;
    });
    instrumenter.addContextCustomizer(
        (context, request, atStart) -> begin(context, request, names.get()));
  }

  @SuppressWarnings("unchecked") // of the same instrumenter
  private static Context begin(
      Context context, Object request, @Nullable SpanNameExtractor<?> names) {
    try {
      return names == null
          ? context
          : ServedStart.job(context, ((SpanNameExtractor<Object>) names).extract(request));
    } catch (Throwable t) {
      LlmCalls.failed("attribution", t);
      return context;
    }
  }
}
