package io.opentelemetry.javaagent.costspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.javaagent.costspan.telemetry.Rotation;
import io.opentelemetry.javaagent.extension.instrumentation.internal.AgentDistributionConfig;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartupTest {

  private RecordedLog log;

  @BeforeEach
  void record() {
    AgentDistributionConfig.resetForTest();
    log = RecordedLog.open();
  }

  @AfterEach
  void stopRecording() {
    AgentDistributionConfig.resetForTest();
    log.close();
  }

  @Test
  void saysInOneLineWhatIsInForce() {
    new Startup(OpenTelemetry.noop(), attribute -> null, () -> Rotation.MERGE, Runnable::run)
        .run(AgentRelease.of("2.33.1"));

    assertThat(log.lines().stream().filter(line -> line.startsWith("INFO")))
        .singleElement()
        .asString()
        .matches(
            "INFO Costspan \\d+\\.\\d+\\.\\d+\\S*: prices of \\d{4}-\\d\\d-\\d\\d for \\d+ models;"
                + " taps \\S+(?:, \\S+)*; settings all default");
  }

  @Test
  void warnsOnceUnderAnAgentThatIsTooOldAndDoesNothingElse() {
    new Startup(OpenTelemetry.noop(), attribute -> null, () -> Rotation.MERGE, Runnable::run)
        .run(AgentRelease.of("2.28.1"));

    assertThat(log.lines())
        .containsExactly(
            "WARNING Costspan needs OpenTelemetry Java agent 2.30.0 or newer, this is 2.28.1:"
                + " LLM calls are not measured");
  }

  @Test
  void staysQuietWhenItIsSwitchedOff() {
    AgentDistributionConfig.set(
        AgentDistributionConfig.fromConfigProperties(DefaultConfigProperties.createFromMap(
            Map.of("otel.instrumentation.costspan.enabled", "false"))));

    new Startup(OpenTelemetry.noop(), attribute -> null, () -> Rotation.MERGE, Runnable::run)
        .run(AgentRelease.of("2.33.1"));

    assertThat(log.lines()).singleElement().asString().endsWith(" is switched off");
  }
}
