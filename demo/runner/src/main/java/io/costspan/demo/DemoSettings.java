package io.costspan.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one run of the demo works with.
 *
 * @param agentJar the agent with Costspan inside
 * @param serviceJars directory of the service's jars
 * @param log where the service's log goes
 * @param live whether the real providers are called
 * @param environment of whoever started the demo
 */
record DemoSettings(
    Path agentJar, Path serviceJars, Path log, boolean live, Map<String, String> environment) {

  static final String OPENAI_KEY = "OPENAI_API_KEY";
  static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";

  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  /** Empty when nothing is said: then the demo receives what the service exports. */
  String endpoint() {
    return environment.getOrDefault(ENDPOINT, "");
  }

  boolean exportsElsewhere() {
    return !endpoint().isBlank();
  }

  boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }

  List<String> missingKeys() {
    return Stream.of(OPENAI_KEY, ANTHROPIC_KEY).filter(key -> !has(key)).toList();
  }
}
