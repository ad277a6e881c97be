package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.internal.AgentDistributionConfig;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentModulesTest {

  @BeforeEach
  @AfterEach
  void forgetTheConfiguration() {
    AgentDistributionConfig.resetForTest();
  }

  @Test
  void namesEveryTapThatThereIs() {
    List<String> taps = ServiceLoader.load(InstrumentationModule.class).stream()
        .map(module -> module.get().instrumentationNames())
        .filter(names -> names.size() == 2)
        .map(names -> names.iterator().next())
        .map(name -> name.substring("costspan-".length()))
        .sorted()
        .toList();

    assertThat(AgentModules.taps())
        .containsExactlyElementsOf(taps)
        .contains("anthropic", "openai")
        .isSorted();
  }

  @Test
  void countsATapAsOnUnlessItOrAllAreSwitchedOff() {
    assertThat(AgentModules.enabledTaps()).containsExactlyElementsOf(AgentModules.taps());

    configure(Map.of("otel.instrumentation.costspan-openai.enabled", "false"));
    assertThat(AgentModules.enabledTaps()).contains("anthropic").doesNotContain("openai");
  }

  @Test
  void countsNoTapAsOnWhenCostspanIsOff() {
    configure(Map.of("otel.instrumentation.costspan.enabled", "false"));

    assertThat(AgentModules.enabledTaps()).isEmpty();
  }

  @Test
  void tellsWhatWasWrittenFromWhatIsTheDefault() {
    configure(Map.of(
        "otel.instrumentation.openai-java.enabled", "true",
        "otel.instrumentation.aws-sdk.enabled", "false"));

    assertThat(AgentModules.written("openai-java")).isTrue();
    assertThat(AgentModules.written("aws-sdk")).isFalse();
    assertThat(AgentModules.written("openai")).isNull();
  }

  @Test
  void switchesModulesOffThatWereReadFromAFile() throws Exception {
    AgentDistributionConfig.set(AgentDistributionConfig.create());
    assertThat(AgentModules.written("aws-sdk-2.2-bedrock-runtime")).isNull();

    AgentModules.switchOff(List.of("openai-java", "aws-sdk-2.2-bedrock-runtime"));

    assertThat(AgentModules.written("openai-java")).isFalse();
    assertThat(AgentModules.written("aws-sdk-2.2-bedrock-runtime")).isFalse();
    assertThat(AgentModules.written("aws-sdk")).isNull();
    assertThat(AgentDistributionConfig.get().isInstrumentationEnabled("openai-java", true))
        .isFalse();
  }

  private static void configure(Map<String, String> properties) {
    AgentDistributionConfig.resetForTest();
    AgentDistributionConfig.set(AgentDistributionConfig.fromConfigProperties(
        DefaultConfigProperties.createFromMap(properties)));
  }
}
