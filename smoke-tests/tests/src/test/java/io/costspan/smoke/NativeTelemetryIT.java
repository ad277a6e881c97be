package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.ReceivedPoint;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other people's gen_ai spans: off unless somebody asks for them, and never a second bill. */
@Tag("matrix")
class NativeTelemetryIT {
  @Test
  void keepsTheAgentsOwnOpenAiModuleForWhoeverSwitchesItOn() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.openai-java.enabled", "true")
        .scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC);

    assertThat(run.received().spansOf("io.opentelemetry.openai-java-1.1")).hasSize(1);
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1);
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
  }

  @Test
  void keepsAzuresOwnSpansWhenTold() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.native", "keep")
        .scenariosOf(App.AZURE_INFERENCE, Scenario.SYNC);

    assertThat(run.received().spans())
        .filteredOn(
            span -> span.attributes().stringOrEmpty("gen_ai.system").equals("az.ai.inference"))
        .hasSize(1);
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(1);
  }

  @Test
  void keepsAnthropicsOwnSpansWhenTold() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.native", "keep")
        .scenariosOf(
            App.ANTHROPIC_NEWEST,
            Scenario.SYNC,
            Scenario.ASYNC,
            Scenario.RETRIED,
            Scenario.RETRIED_ASYNC);

    assertThat(run.received().spansOf("com.anthropic.sdk.java")).hasSize(4);
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(4);
    assertThat(run.received().points("gen_ai.client.operation.duration"))
        .extracting(ReceivedPoint::scope)
        .containsOnly(Run.SCOPE);
  }
}
