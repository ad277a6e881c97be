package io.costspan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who watches the calls. The settings are the agent's defaults, but for where it exports to.
 * anthropic-java makes spans of its own wherever there is an agent; Costspan silences them.
 */
enum Variant {
  NO_AGENT("no agent", Set.of()),
  AGENT("agent, module off", Set.of("com.anthropic.sdk.java")) {
    @Override
    List<String> agentOptions() {
      return List.of(
          "-javaagent:" + Agents.stock(), "-Dotel.instrumentation.openai-java.enabled=false");
    }
  },
  MODULE(
      "agent as it comes", Set.of("com.anthropic.sdk.java", "io.opentelemetry.openai-java-1.1")) {
    @Override
    List<String> agentOptions() {
      return List.of("-javaagent:" + Agents.stock());
    }
  },
  COSTSPAN("agent + Costspan", Set.of("io.costspan")) {
    @Override
    List<String> agentOptions() {
      return List.of("-javaagent:" + Agents.costspan());
    }
  };

  private final String title;
  private final Set<String> llmScopes;

  Variant(String title, Set<String> llmScopes) {
    this.title = title;
    this.llmScopes = llmScopes;
  }

  String title() {
    return title;
  }

  /** The instrumentation scopes that must have made the spans of the calls, and no others. */
  Set<String> llmScopes() {
    return llmScopes;
  }

  /** Options of a JVM under this variant. */
  List<String> jvmOptions(OtlpSink sink) {
    if (this == NO_AGENT) {
      return List.of();
    }
    List<String> options = new ArrayList<>(agentOptions());
    options.add("-Dotel.service.name=benchmark");
    options.add("-Dotel.exporter.otlp.protocol=http/protobuf");
    options.add("-Dotel.exporter.otlp.endpoint=" + sink.endpoint());
    return options;
  }

  List<String> agentOptions() {
    return List.of();
  }
}
