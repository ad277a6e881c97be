package io.opentelemetry.javaagent.costspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.javaagent.extension.AgentListener;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostspanAgentListenerTest {

  @AfterEach
  void forgetTheGlobalInstance() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void isFoundByTheAgentWithTheOtherEntryPoints() {
    assertThat(ServiceLoader.load(AgentListener.class))
        .hasExactlyElementsOfTypes(CostspanAgentListener.class);
    assertThat(ServiceLoader.load(AutoConfigurationCustomizerProvider.class))
        .hasAtLeastOneElementOfType(UpstreamModulesOffByProperties.class);
    assertThat(ServiceLoader.load(DeclarativeConfigurationCustomizerProvider.class))
        .hasAtLeastOneElementOfType(UpstreamModulesOffByFile.class);
  }

  @Test
  void throwsNothingIntoAnAgentThatItDoesNotKnow() {
    try (RecordedLog log = RecordedLog.open()) {
      assertThatCode(() -> new CostspanAgentListener()
              .afterAgent(AutoConfiguredOpenTelemetrySdk.builder().build()))
          .doesNotThrowAnyException();

      assertThat(log.warnings()).hasSize(1);
    }
  }
}
