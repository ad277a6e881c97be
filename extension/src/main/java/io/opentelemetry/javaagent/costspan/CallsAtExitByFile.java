package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** The span processor {@code costspan} of a declarative configuration; see {@link CallsAtExitInModel}. */
@AutoService(ComponentProvider.class)
public final class CallsAtExitByFile implements ComponentProvider {

  static final String NAME = "costspan";

  @Override
  public Class<SpanProcessor> getType() {
    return SpanProcessor.class;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public SpanProcessor create(DeclarativeConfigProperties ignored) {
    return new CallsAtExit();
  }
}
