package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.AgentModules;
import io.opentelemetry.javaagent.costspan.config.UpstreamModule;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;

/**
 * Switches the agent's own LLM modules off by default, where the agent is configured by a
 * declarative file. Loaded in that mode only.
 */
@AutoService(DeclarativeConfigurationCustomizerProvider.class)
public final class UpstreamModulesOffByFile implements DeclarativeConfigurationCustomizerProvider {

  @Override
  public void customize(DeclarativeConfigurationCustomizer customizer) {
    ModelParts.change(
        customizer,
        unused -> AgentModules.switchOff(UpstreamModule.namesToSwitchOff(AgentModules::written)),
        "Costspan cannot switch the agent's own LLM modules off: calls may be reported twice."
            + " Add openai_java and aws_sdk_2_2_bedrock_runtime to distribution: javaagent:"
            + " instrumentation: disabled");
  }

  /** Last, when the agent has read its own part of the file. */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }
}
