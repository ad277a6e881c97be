package io.opentelemetry.javaagent.costspan;

import static io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer.InstrumentationType.HTTP_CLIENT;
import static io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer.InstrumentationType.HTTP_SERVER;
import static io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer.InstrumentationType.MESSAGING_CONSUMER_PROCESS;
import static io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer.InstrumentationType.RPC_SERVER;

import com.google.auto.service.AutoService;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizerProvider;
import io.opentelemetry.instrumentation.api.instrumenter.ContextCustomizer;
import io.opentelemetry.javaagent.costspan.attribution.PassOn;
import io.opentelemetry.javaagent.costspan.attribution.ServedStart;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;

/**
 * Lets every instrumentation of a server, a consumer and a scheduler keep what it knows when it
 * begins to serve, and every one of an HTTP client tell the tenant to those who are to know.
 */
@AutoService(InstrumenterCustomizerProvider.class)
public final class ServedRequestCustomizer implements InstrumenterCustomizerProvider {

  @Override
  public void customize(InstrumenterCustomizer instrumenter) {
    if (instrumenter.hasType(HTTP_SERVER) || instrumenter.hasType(RPC_SERVER)) {
      customize(instrumenter, (context, request, atStart) -> ServedStart.request(context, atStart));
    } else if (instrumenter.hasType(MESSAGING_CONSUMER_PROCESS)) {
      customize(instrumenter, ServedStart::message);
    } else if (instrumenter.hasType(HTTP_CLIENT)) {
      customize(instrumenter, (context, request, atStart) -> PassOn.request(context, atStart));
    } else if (ScheduledJobs.isScheduler(instrumenter.getInstrumentationName())) {
      ScheduledJobs.customize(instrumenter);
    }
  }

  private static void customize(
      InstrumenterCustomizer instrumenter, ContextCustomizer<Object> begin) {
    instrumenter.addContextCustomizer((context, request, atStart) -> {
      try {
        return begin.onStart(context, request, atStart);
      } catch (Throwable t) {
        // Thrown on, it would reach the application.
        LlmCalls.failed("attribution", t);
        return context;
      }
    });
  }
}
