package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two versions of one SDK in one JVM, in application class loaders that do not see each other. */
class TwoLoadersIT {
  private static final List<Scenario> IN_NEWEST =
      List.of(Scenario.SYNC, Scenario.STREAM, Scenario.RESPONSES, Scenario.RAW_PARSED);
  private static final List<Scenario> IN_OLDEST =
      List.of(Scenario.CACHED_READ, Scenario.ASYNC_STREAM, Scenario.REASONING);

  @Test
  void billsBothIntoOneLedger() {
    Run run = Launch.in(Environment.current()).run(Jdks.running(), this::twoLoaders);

    assertThat(run.received().spansOf(Run.SCOPE)).hasSize(7);
    for (Scenario scenario : all()) {
      App app = IN_NEWEST.contains(scenario) ? App.OPENAI_NEWEST : App.OPENAI_OLDEST;
      SpanCheck span = SpanCheck.of(run, app, scenario);
      span.hasItsIdentity();
      span.saysHowItEnded();
      span.hasTheProvidersCounts();
      span.costsWhatTheProviderBilled();
    }
    // One core: both taps count into the same series.
    assertThat(run.received().sum("llm.cost", java.util.Map.of()))
        .isEqualByComparingTo(run.ledger().accountableUsd());
  }

  private void twoLoaders(
      io.costspan.testbed.jvm.JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(Artifacts.app("two-loaders").resolve("target/app")))
        .main(
            "io.costspan.smoke.loaders.Main",
            url,
            refusedPort,
            App.OPENAI_NEWEST.classPath().toString(),
            labels(IN_NEWEST.subList(0, 2)),
            App.OPENAI_OLDEST.classPath().toString(),
            labels(IN_OLDEST),
            App.OPENAI_NEWEST.classPath().toString(),
            labels(IN_NEWEST.subList(2, 4)));
  }

  private static List<Scenario> all() {
    return Stream.concat(IN_NEWEST.stream(), IN_OLDEST.stream()).toList();
  }

  private static String labels(List<Scenario> scenarios) {
    return String.join(",", scenarios.stream().map(Scenario::label).toList());
  }
}
