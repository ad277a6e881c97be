package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.javaagent.extension.AgentListener;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Costspan once the agent is ready, before the application's main method. */
@AutoService(AgentListener.class)
public final class CostspanAgentListener implements AgentListener {

  private static final Logger logger = Logger.getLogger(CostspanAgentListener.class.getName());

  /**
   * @param sdk does not show the settings in property mode in every agent; the global instance, set
   *     by now, does in both modes
   */
  @Override
  public void afterAgent(AutoConfiguredOpenTelemetrySdk sdk) {
    harmless(() -> new Startup(
            GlobalOpenTelemetry.get(),
            new ProcessResource(sdk),
            () -> MetricReaders.rotation(() -> sdk.getOpenTelemetrySdk().getSdkMeterProvider()),
            rest -> LlmCalls.installBeside(() -> harmless(rest)))
        .run(AgentRelease.running()));
  }

  /** Whatever is thrown on would stop the agent, and with it the application. */
  private static void harmless(Runnable start) {
    try {
      start.run();
    } catch (Throwable t) {
      logger.log(Level.WARNING, "Costspan cannot start: LLM calls are not measured", t);
    }
  }
}
