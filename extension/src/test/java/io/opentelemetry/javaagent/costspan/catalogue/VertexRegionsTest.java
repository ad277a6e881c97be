package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertexRegionsTest {

  @ParameterizedTest
  @CsvSource({
    "claude-sonnet-4-5, true",
    "claude-sonnet-4-5@20250929, true",
    "claude-haiku-4-5, true",
    "claude-opus-4-6, true",
    "claude-opus-5, true",
    "claude-sonnet-5-5, true",
    "claude-opus-4-1@20250805, false",
    "claude-sonnet-4@20250514, false",
    "claude-opus-4, false",
    "claude-3-7-sonnet@20250219, false",
    "claude-3-opus, false",
    "gemini-2.5-pro, false",
    "mistral-large-2411, false",
  })
  void newerClaudesHaveAPremium(String model, boolean premium) {
    assertThat(VertexRegions.hasPremium(model)).isEqualTo(premium);
  }
}
