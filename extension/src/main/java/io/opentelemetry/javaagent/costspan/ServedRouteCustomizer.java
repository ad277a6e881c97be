package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizerProvider;
import io.opentelemetry.javaagent.costspan.attribution.ServedRoute;

/** Lets every HTTP server's instrumentation keep the route of the request it serves. */
@AutoService(InstrumenterCustomizerProvider.class)
public final class ServedRouteCustomizer implements InstrumenterCustomizerProvider {

  @Override
  public void customize(InstrumenterCustomizer instrumenter) {
    if (instrumenter.hasType(InstrumenterCustomizer.InstrumentationType.HTTP_SERVER)) {
      instrumenter.addContextCustomizer(
          (context, request, atStart) -> ServedRoute.keep(context, atStart));
    }
  }
}
