package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizerProvider;

/** Lets every HTTP server's instrumentation tell which requests were answered how. */
@AutoService(InstrumenterCustomizerProvider.class)
public final class ActionCustomizer implements InstrumenterCustomizerProvider {

  @Override
  public void customize(InstrumenterCustomizer instrumenter) {
    if (instrumenter.hasType(InstrumenterCustomizer.InstrumentationType.HTTP_SERVER)) {
      instrumenter.addOperationMetrics(meter -> new ServedRequests());
    }
  }
}
