package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Lets no call be lost at the end of the process, where the agent is configured by properties and
 * environment variables.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class CallsAtExitByProperties implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    if (AgentRelease.running().isSupported()) {
      customizer.addTracerProviderCustomizer(
          (provider, properties) -> provider.addSpanProcessorFirst(new CallsAtExit()));
    }
  }
}
