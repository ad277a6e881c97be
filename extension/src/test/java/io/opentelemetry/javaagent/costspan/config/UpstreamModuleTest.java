package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamModuleTest {

  private static final String[] BEDROCK = {"aws-sdk-2.2-bedrock-runtime", "aws-sdk-bedrock-runtime"
  };

  @Test
  void areOffWhenNothingIsWritten() {
    assertThat(UpstreamModule.namesToSwitchOff(module -> null))
        .containsExactly("openai-java", BEDROCK[0], BEDROCK[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai-java", "openai-java-1.1", "openai"})
  void openaiStaysOnForWhoeverSwitchesItOnByAnyName(String name) {
    assertThat(UpstreamModule.namesToSwitchOff(Map.of(name, true)::get)).containsExactly(BEDROCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aws-sdk-2.2-bedrock-runtime", "aws-sdk-bedrock-runtime", "aws-sdk", "aws-sdk-2.2"
      })
  void bedrockStaysOnForWhoeverSwitchesItOnByAnyName(String name) {
    assertThat(UpstreamModule.namesToSwitchOff(Map.of(name, true)::get))
        .containsExactly("openai-java");
  }

  @Test
  void isOffUnderTheNameThatTheAgentKnowsWhenItWasSwitchedOffByAnother() {
    // The v3 preview overlooks "openai": the module would be on.
    assertThat(UpstreamModule.namesToSwitchOff(Map.of("openai", false)::get))
        .contains("openai-java");
  }

  @Test
  void stayAsTheyAreWhenCostspanIsSwitchedOff() {
    assertThat(UpstreamModule.namesToSwitchOff(Map.of("costspan", false)::get)).isEmpty();
  }

  @Test
  void stayAsTheyAreWhenTheTapInTheirPlaceIsSwitchedOff() {
    assertThat(UpstreamModule.namesToSwitchOff(Map.of("costspan-openai", false)::get))
        .containsExactly(BEDROCK);
    assertThat(UpstreamModule.namesToSwitchOff(
            Map.of("costspan-openai", true, "costspan", false)::get))
        .containsExactly("openai-java");
  }
}
