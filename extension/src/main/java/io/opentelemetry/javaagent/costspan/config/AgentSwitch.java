package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A switch that belongs to the agent or to OpenTelemetry and decides about us. */
final class AgentSwitch {

  static final List<AgentSwitch> ALL = all();

  private final String property;
  private final String purpose;

  private AgentSwitch(String property, String purpose) {
    this.property = property;
    this.purpose = purpose;
  }

  private static List<AgentSwitch> all() {
    List<AgentSwitch> switches = new ArrayList<>();
    switches.add(moduleSwitch(AgentModules.COSTSPAN, "All taps. `false` switches Costspan off."));
    for (String tap : AgentModules.taps()) {
      switches.add(moduleSwitch(AgentModules.COSTSPAN + "-" + tap, "The tap `" + tap + "`."));
    }
    switches.add(new AgentSwitch(
        SemconvOptIn.PROPERTY,
        "A comma-separated list. `"
            + SemconvOptIn.LATEST
            + "` in it selects the names of the GenAI conventions' main branch instead of"
            + " the published ones."));
    return Collections.unmodifiableList(switches);
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
