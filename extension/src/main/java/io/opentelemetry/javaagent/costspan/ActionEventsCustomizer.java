package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.ActionRow;
import io.opentelemetry.javaagent.costspan.config.ActionSettings;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;

/**
 * Listens to the events of logs and spans where one is named as an action; elsewhere nothing is added
 * to what the agent does for each of them. The agent asks in property mode only; a declarative file
 * has to name the processors.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class ActionEventsCustomizer implements AutoConfigurationCustomizerProvider {

  /** What the processors are called in a declarative file. */
  static final String BY_FILE = "costspan_events";

  private static volatile boolean listening;

  /** Whether events are heard of in this process. */
  static boolean isListening() {
    return listening;
  }

  /** Tells that they are. */
  static void listen() {
    listening = true;
  }

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addLoggerProviderCustomizer((provider, written) ->
        listensTo(written) ? provider.addLogRecordProcessor(new LoggedEvents()) : provider);
    customizer.addTracerProviderCustomizer((provider, written) ->
        listensTo(written) ? provider.addSpanProcessor(new SpanEvents()) : provider);
  }

  private static boolean listensTo(ConfigProperties written) {
    boolean named = ActionSettings.written(written::getString).name(ActionRow.Kind.EVENT);
    listening |= named;
    return named;
  }
}
