package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A JVM that ends in the middle of calls. What was finished is billed, what was not is told as far as
 * it came, and nobody waits for it: the provider never answers the call that waits, nor ends the
 * stream that was begun.
 */
@Tag("matrix")
class ProcessEndsIT {
  private static final App APP = App.ANTHROPIC_NEWEST;
  private static final List<Scenario> FINISHED =
      List.of(Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.CACHED_READ);

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void byItselfAndNothingIsLost(boolean configuredByFile) {
    Run plain = Launch.bare().property("trouble", "exit").scenariosOf(APP, finished());
    Launch launch = Launch.in(Environment.current()).property("trouble", "exit");
    if (configuredByFile) {
      launch.configurationFile(ConfigurationFile.in(directory, ""));
    }

    Run run = launch.scenariosOf(APP, finished());

    Invisibility.sawTheSame(plain, run);
    nothingIsLost(run);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whenItIsAskedToAndNothingIsLost(boolean configuredByFile) {
    Launch launch = Launch.in(Environment.current()).property("trouble", "signal");
    if (configuredByFile) {
      launch.configurationFile(ConfigurationFile.in(directory, ""));
    }

    Run run = launch.serve(Jdks.running(), ProcessEndsIT::program, new Nobody());

    nothingIsLost(run);
  }

  private static void nothingIsLost(Run run) {
    FINISHED.forEach(scenario -> SpanCheck.of(run, APP, scenario).all());
    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(FINISHED.size() + 2);
    assertThat(run.received().eventsNamed("llm.call")).hasSize(FINISHED.size() + 2);
    assertThat(run.received().sum("llm.requests", Map.of("llm.outcome", "success")))
        .isEqualByComparingTo("4");
    assertThat(run.received().sum("llm.requests", Map.of("llm.outcome", "cancelled")))
        .isEqualByComparingTo("2");
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(FINISHED.stream()
            .map(scenario -> Calls.billed(run, scenario).bill().total())
            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
    assertThat(run.received().sum("costspan.failures", Map.of())).isZero();
    wasBegun(run);
    isWaiting(run);
  }

  /** Its first event says how much it read. */
  private static void wasBegun(Run run) {
    Attributes stream = Calls.span(run, Scenario.STREAM_CLOSED_EARLY).attributes();

    assertThat(stream.string("llm.stream.end")).isEqualTo("reaped");
    assertThat(stream.string("llm.outcome")).isEqualTo("cancelled");
    assertThat(stream.string("llm.usage.status")).isEqualTo("partial");
    assertThat(stream.integer("gen_ai.usage.input_tokens")).isPositive();
    assertThat(stream.string("llm.unpriced.reason")).isEqualTo("partial_usage");
  }

  private static void isWaiting(Run run) {
    Attributes call = Calls.span(run, Scenario.CANCELLED_FUTURE).attributes();

    assertThat(call.string("llm.outcome")).isEqualTo("cancelled");
    assertThat(call.string("llm.usage.status")).isEqualTo("absent");
    assertThat(call.string("llm.unpriced.reason")).isEqualTo("no_usage");
  }

  private static Scenario[] finished() {
    return FINISHED.toArray(new Scenario[0]);
  }

  private static void program(
      io.costspan.testbed.jvm.JvmCommand command, String url, String refusedPort) {
    String[] arguments = new String[2 + FINISHED.size()];
    arguments[0] = url;
    arguments[1] = refusedPort;
    for (int i = 0; i < FINISHED.size(); i++) {
      arguments[2 + i] = FINISHED.get(i).label();
    }
    command.classPath(List.of(APP.classPath())).main(APP.mainClass(), arguments);
  }

  /** Ends the process as soon as it says that it can be ended. */
  private static final class Nobody implements Launch.Visitors {
    @Override
    public void visit(int port) {}

    @Override
    public void awaitTraces(Received received) {}
  }
}
