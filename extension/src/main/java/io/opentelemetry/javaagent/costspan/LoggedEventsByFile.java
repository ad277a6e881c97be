package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.logs.LogRecordProcessor;

/** The processor {@code costspan_events} of a declarative configuration's {@code logger_provider}. */
@AutoService(ComponentProvider.class)
public final class LoggedEventsByFile implements ComponentProvider {

  @Override
  public Class<LogRecordProcessor> getType() {
    return LogRecordProcessor.class;
  }

  @Override
  public String getName() {
    return ActionEventsCustomizer.BY_FILE;
  }

  @Override
  public LogRecordProcessor create(DeclarativeConfigProperties ignored) {
    ActionEventsCustomizer.listen();
    return new LoggedEvents();
  }
}
