package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever else of the agent is on or off: the same application, the same bill, nothing in the log. */
@Tag("matrix")
class OtherFeaturesIT {
  private static final App APP = App.OPENAI_NEWEST;
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.CACHED_READ, Scenario.BAD_REQUEST
  };

  private static Run plain;

  @BeforeAll
  static void runWithoutTheAgent() {
    plain = Launch.bare().scenariosOf(APP, SCENARIOS);
  }

  @ParameterizedTest
  @EnumSource
  void changesNothing(OtherFeature feature) {
    Run watched = run(Launch.in(Environment.current()), feature);

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    assertThat(watched.received().spansOf(Run.SCOPE)).hasSize(feature.spans ? 5 : 0);
    assertThat(watched.received().eventsNamed("llm.call")).hasSize(feature.events ? 5 : 0);
    assertThat(watched.received().sum("llm.requests", Map.of()))
        .isEqualByComparingTo(feature.metrics ? "5" : "0");
    isTheSameBill(watched, feature);
    saysNothingOfItsOwn(watched, feature);
  }

  /** In whatever is left to be exported. */
  private static void isTheSameBill(Run watched, OtherFeature feature) {
    BigDecimal invoiced = watched.ledger().invoicedUsd();
    if (feature.spans) {
      assertThat(BilledUsd.sum(
              watched.received().spansOf(Run.SCOPE).stream().map(ReceivedSpan::attributes)))
          .isEqualByComparingTo(invoiced);
    }
    if (feature.events) {
      assertThat(BilledUsd.sum(
              watched.received().eventsNamed("llm.call").stream().map(ReceivedEvent::attributes)))
          .isEqualByComparingTo(invoiced);
    }
    if (feature.metrics) {
      assertThat(watched.received().sum("llm.cost", Map.of())).isEqualByComparingTo(invoiced);
      assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
    }
    if (feature.spans && feature.events) {
      for (Scenario scenario : SCENARIOS) {
        SpanCheck.of(watched, APP, scenario).all();
      }
    }
  }

  /** The agent without us is run only where there is something to compare it with. */
  private static void saysNothingOfItsOwn(Run watched, OtherFeature feature) {
    List<String> complaints = complaints(watched);
    if (!complaints.isEmpty()) {
      assertThat(complaints)
          .isSubsetOf(complaints(run(Launch.stock(Environment.current()), feature)));
    }
  }

  private static Run run(Launch launch, OtherFeature feature) {
    feature.addTo(launch);
    return launch.scenariosOf(APP, SCENARIOS);
  }

  /** Without the time that a line begins with. */
  private static List<String> complaints(Run run) {
    return run.jvm().stderr().stream()
        .filter(line -> line.contains("] WARN ") || line.contains("] ERROR "))
        .map(line -> line.substring(line.indexOf("] ") + 2))
        .distinct()
        .toList();
  }
}
