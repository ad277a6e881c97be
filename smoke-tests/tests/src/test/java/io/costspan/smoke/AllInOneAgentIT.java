package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import org.junit.jupiter.api.Test;

/** The one jar that needs no second flag. */
class AllInOneAgentIT {
  @Test
  void billsWithNothingButTheAgentFlag() {
    Run run = Launch.allInOne().scenariosOf(App.OPENAI_NEWEST, Scenario.SYNC, Scenario.RESPONSES);

    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(2);
    SpanCheck span = SpanCheck.of(run, App.OPENAI_NEWEST, Scenario.RESPONSES);
    span.hasItsIdentity();
    span.costsWhatTheProviderBilled();
  }
}
