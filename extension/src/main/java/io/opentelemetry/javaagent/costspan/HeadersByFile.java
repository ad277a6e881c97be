package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.javaagent.costspan.attribution.HeaderPropagator;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;

/** The propagator {@code costspan} of a declarative configuration; see {@link HeadersInModel}. */
@AutoService(ComponentProvider.class)
public final class HeadersByFile implements ComponentProvider {

  static final String NAME = "costspan";

  @Override
  public Class<TextMapPropagator> getType() {
    return TextMapPropagator.class;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public TextMapPropagator create(DeclarativeConfigProperties ignored) {
    return new HeaderPropagator(failure -> LlmCalls.failed("attribution", failure));
  }
}
