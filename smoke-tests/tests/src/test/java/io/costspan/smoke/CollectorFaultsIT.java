package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.Behaviour;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A collector that does not work is the operator's trouble, not the application's. */
@Tag("matrix")
class CollectorFaultsIT {
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.STREAM, Scenario.ASYNC, Scenario.BAD_REQUEST
  };

  @ParameterizedTest
  @EnumSource(names = {"REFUSE", "STALL", "GARBAGE"})
  void leavesTheApplicationAlone(Behaviour fault) {
    Run plain = Launch.bare().scenariosOf(App.OPENAI_NEWEST, SCENARIOS);
    Run watched = Launch.in(Environment.current())
        .collector(fault)
        // More than a test waits: an application that waited for the collector would never end.
        .property("otel.exporter.otlp.timeout", "600000")
        .scenariosOf(App.OPENAI_NEWEST, SCENARIOS);

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    assertThat(watched.exports()).isPositive();
    assertThat(watched.received().spans()).isEmpty();
    // What is wrong with the collector is for the agent's exporters to say.
    assertThat(watched.jvm().stderr())
        .noneMatch(line -> line.contains(" WARN ") && line.contains("costspan"));
  }
}
