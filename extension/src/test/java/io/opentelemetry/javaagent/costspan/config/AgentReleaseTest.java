package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentReleaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.30.0", "2.33.1", "2.30.0-alpha", "2.100.0", "3.0.0-SNAPSHOT", "2.31"})
  void supportsTheOldestPromisedAgentAndNewerOnes(String version) {
    assertThat(AgentRelease.of(version).isSupported()).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2.29.9", "2.28.1", "1.33.6", "", "unspecified", "2", "2.x"})
  void doesNotSupportAnOlderOrUnknownAgent(String version) {
    assertThat(AgentRelease.of(version).isSupported()).isFalse();
  }

  @Test
  void isUnknownWithoutAnAgent() {
    assertThat(AgentRelease.running()).hasToString("unknown");
  }
}
