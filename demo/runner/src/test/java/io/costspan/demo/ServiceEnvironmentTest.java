package io.costspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.OtlpReceiver;
import io.costspan.testbed.provider.ProviderServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {
  private final ProviderServer provider = ProviderServer.start();
  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    provider.close();
    receiver.close();
  }

  @Test
  void aLocalRunKeepsNothingOfTheUsersKeysAndExporters() {
    Map<String, String> environment = of(
        false,
        Map.of(
            "OPENAI_API_KEY",
            "sk-real",
            "OPENAI_ORG_ID",
            "org",
            "OTEL_SDK_DISABLED",
            "true",
            "JAVA_TOOL_OPTIONS",
            "-javaagent:other.jar",
            "PATH",
            "/bin"));

    assertThat(environment)
        .containsEntry("OPENAI_API_KEY", "sk-demo")
        .containsEntry("OPENAI_BASE_URL", provider.openAiBaseUrl())
        .containsEntry("ANTHROPIC_BASE_URL", provider.anthropicBaseUrl())
        .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
        .containsEntry("PATH", "/bin")
        .doesNotContainKeys("OPENAI_ORG_ID", "OTEL_SDK_DISABLED", "JAVA_TOOL_OPTIONS");
  }

  @Test
  void anEndpointIsPassedOnWithAllThatBelongsToIt() {
    Map<String, String> environment = of(
        false,
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://collector:4318",
            "OTEL_EXPORTER_OTLP_HEADERS",
            "x=y",
            "OTEL_SERVICE_NAME",
            "mine"));

    assertThat(environment)
        .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")
        .containsEntry("OTEL_EXPORTER_OTLP_HEADERS", "x=y")
        .containsEntry("OTEL_SERVICE_NAME", "mine")
        .containsEntry("OPENAI_BASE_URL", provider.openAiBaseUrl());
  }

  @Test
  void aLiveRunKeepsTheUsersKeys() {
    Map<String, String> environment = of(true, Map.of("OPENAI_API_KEY", "sk-real"));

    assertThat(environment)
        .containsEntry("OPENAI_API_KEY", "sk-real")
        .containsEntry("COPILOT_REVIEW_MODEL", "claude-haiku-4-5")
        .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint())
        .doesNotContainKeys("OPENAI_BASE_URL", "ANTHROPIC_API_KEY");
  }

  private Map<String, String> of(boolean live, Map<String, String> users) {
    return ServiceEnvironment.of(TestSettings.of(live, users), provider, receiver);
  }
}
