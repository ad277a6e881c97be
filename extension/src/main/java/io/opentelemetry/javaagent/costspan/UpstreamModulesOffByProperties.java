package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.javaagent.costspan.config.UpstreamModule;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Switches the agent's own LLM modules off by default, where the agent is configured by properties
 * and environment variables. A customizer, not a supplier of defaults: the agent asks a module's
 * names in turn and takes the first that is set, so a default could hide what the user wrote.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class UpstreamModulesOffByProperties implements AutoConfigurationCustomizerProvider {

  private static final Logger logger =
      Logger.getLogger(UpstreamModulesOffByProperties.class.getName());

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addPropertiesCustomizer(UpstreamModulesOffByProperties::switchOff);
  }

  /** What is to be set on top of what is written. Thrown into the agent, a failure would stop it. */
  static Map<String, String> switchOff(ConfigProperties written) {
    try {
      return AgentRelease.running().isSupported() ? overrides(written) : Collections.emptyMap();
    } catch (RuntimeException | LinkageError e) {
      logger.log(Level.WARNING, "Costspan cannot switch the agent's own LLM modules off", e);
      return Collections.emptyMap();
    }
  }

  static Map<String, String> overrides(ConfigProperties written) {
    Map<String, String> overrides = new HashMap<>();
    for (String name :
        UpstreamModule.namesToSwitchOff(module -> written.getBoolean(property(module)))) {
      overrides.put(property(name), "false");
    }
    return overrides;
  }

  private static String property(String module) {
    return "otel.instrumentation." + module + ".enabled";
  }
}
