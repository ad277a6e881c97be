package io.costspan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who watches the calls. The settings are the agent's defaults, but for where it exports to.
 * anthropic-java makes spans of its own wherever there is an OpenTelemetry agent; Costspan silences
 * them.
 */
enum Variant {
  NO_AGENT("no agent", Set.of()),
  AGENT("agent, module off", Set.of("com.anthropic.sdk.java")) {
    @Override
    List<String> agentOptions(String collector) {
      List<String> options = openTelemetry("-javaagent:" + Agents.stock(), collector);
      options.add("-Dotel.instrumentation.openai-java.enabled=false");
      return options;
    }
  },
  MODULE(
      "agent as it comes", Set.of("com.anthropic.sdk.java", "io.opentelemetry.openai-java-1.1")) {
    @Override
    List<String> agentOptions(String collector) {
      return openTelemetry("-javaagent:" + Agents.stock(), collector);
    }
  },
  DATADOG("Datadog's agent", Set.of(OtlpSink.DATADOG)) {
    @Override
    List<String> agentOptions(String collector) {
      return List.of(
          "-javaagent:" + Agents.datadog(),
          "-Ddd.service=benchmark",
          "-Ddd.llmobs.enabled=true",
          "-Ddd.llmobs.ml.app=benchmark",
          "-Ddd.trace.agent.url=" + collector);
    }
  },
  COSTSPAN("agent + Costspan", Set.of("io.costspan")) {
    @Override
    List<String> agentOptions(String collector) {
      return openTelemetry("-javaagent:" + Agents.costspan(), collector);
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

  /**
   * Fails unless the spans of LLM calls that arrived are those that this variant makes: telemetry
   * that was never made would look very good.
   */
  void requireTelemetry(OtlpSink sink) {
    Set<String> scopes = sink.takeScopes();
    if (!scopes.equals(llmScopes)) {
      throw new IllegalStateException(
          "%s: spans of %s, not of %s".formatted(title, scopes, llmScopes));
    }
  }

  /** The instrumentation scopes that make spans of LLM calls. */
  Set<String> llmScopes() {
    return llmScopes;
  }

  /** Options of a JVM under this variant. */
  List<String> jvmOptions(OtlpSink sink) {
    return agentOptions(sink.endpoint());
  }

  List<String> agentOptions(String collector) {
    return List.of();
  }

  private static List<String> openTelemetry(String agent, String collector) {
    return new ArrayList<>(List.of(
        agent,
        "-Dotel.service.name=benchmark",
        "-Dotel.exporter.otlp.protocol=http/protobuf",
        "-Dotel.exporter.otlp.endpoint=" + collector));
  }
}
