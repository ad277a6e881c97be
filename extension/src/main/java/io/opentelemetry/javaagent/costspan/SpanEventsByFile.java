package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** The processor {@code costspan_events} of a declarative configuration's {@code tracer_provider}. */
@AutoService(ComponentProvider.class)
public final class SpanEventsByFile implements ComponentProvider {

  @Override
  public Class<SpanProcessor> getType() {
    return SpanProcessor.class;
  }

  @Override
  public String getName() {
    return ActionEventsCustomizer.BY_FILE;
  }

  @Override
  public SpanProcessor create(DeclarativeConfigProperties ignored) {
    ActionEventsCustomizer.listen();
    return new SpanEvents();
  }
}
