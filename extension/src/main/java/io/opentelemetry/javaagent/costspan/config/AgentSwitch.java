package io.opentelemetry.javaagent.costspan.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A switch that belongs to the agent or to OpenTelemetry and decides about us. */
final class AgentSwitch {

  static final List<AgentSwitch> ALL = Collections.unmodifiableList(Arrays.asList(
      moduleSwitch(AgentModules.COSTSPAN, "All taps. `false` switches Costspan off."),
      moduleSwitch("costspan-openai", "The tap for openai-java."),
      moduleSwitch("costspan-anthropic", "The tap for anthropic-java."),
      new AgentSwitch(
          SemconvOptIn.PROPERTY,
          "A comma-separated list. `"
              + SemconvOptIn.LATEST
              + "` in it selects the names of the GenAI conventions' main branch instead of"
              + " the published ones.")));

  private final String property;
  private final String purpose;

  private AgentSwitch(String property, String purpose) {
    this.property = property;
    this.purpose = purpose;
  }

  private static AgentSwitch moduleSwitch(String module, String purpose) {
    return new AgentSwitch("otel.instrumentation." + module + ".enabled", purpose);
  }

  String property() {
    return property;
  }

  String environmentVariable() {
    return WrittenNames.environmentVariable(property);
  }

  String purpose() {
    return purpose;
  }
}
