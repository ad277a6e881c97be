package io.costspan.demo;

import io.costspan.testbed.otlp.OtlpReceiver;
import io.costspan.testbed.provider.ProviderServer;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of the service: all the configuration it and the agent have. */
final class ServiceEnvironment {
  private ServiceEnvironment() {}

  static Map<String, String> of(
      DemoSettings settings, ProviderServer provider, OtlpReceiver receiver) {
    Map<String, String> environment = new TreeMap<>(settings.environment());
    if (settings.live()) {
      // The smaller model: a live run costs a fraction of a cent.
      environment.putIfAbsent("COPILOT_REVIEW_MODEL", "claude-haiku-4-5");
    } else {
      callLocally(environment, provider);
    }
    if (!settings.exportsElsewhere()) {
      exportLocally(environment, receiver);
    }
    environment.putIfAbsent("OTEL_SERVICE_NAME", "copilot");
    return environment;
  }

  private static void callLocally(Map<String, String> environment, ProviderServer provider) {
    environment.keySet().removeIf(ServiceEnvironment::changesTheService);
    environment.put(DemoSettings.OPENAI_KEY, "sk-demo");
    environment.put("OPENAI_BASE_URL", provider.openAiBaseUrl());
    environment.put(DemoSettings.ANTHROPIC_KEY, "sk-ant-demo");
    environment.put("ANTHROPIC_BASE_URL", provider.anthropicBaseUrl());
  }

  /** Keys, proxies and agents of whoever runs the demo have no place in a local run. */
  private static boolean changesTheService(String variable) {
    return variable.startsWith("OPENAI_")
        || variable.startsWith("ANTHROPIC_")
        || variable.startsWith("COPILOT_")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS");
  }

  private static void exportLocally(Map<String, String> environment, OtlpReceiver receiver) {
    environment.keySet().removeIf(variable -> variable.startsWith("OTEL_"));
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
  }
}
