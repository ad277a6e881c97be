package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications that are interrupted, or run out of memory or stack, see what they see without us. */
@Tag("matrix")
class TroubledApplicationIT {
  /** What must go well when the trouble is over. */
  private static final Scenario[] AFTERWARDS = {Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM};

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_NEWEST", "JDK_CLIENT", "ANTHROPIC_NEWEST"})
  void interruptedThreadsSeeTheSame(App app) {
    Run watched = seesTheSame(app, "interrupts");

    assertThat(watched.received().spansOf(Run.SCOPE)).hasSize(6 + AFTERWARDS.length);
    goesOn(watched, app);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_NEWEST", "JDK_CLIENT", "ANTHROPIC_NEWEST"})
  void errorsOfHandlersAreSeenAsTheyAre(App app) {
    Run watched = seesTheSame(app, "errors");

    assertThat(watched.received().spansOf(Run.SCOPE)).hasSize(6 + AFTERWARDS.length);
    goesOn(watched, app);
  }

  /** How many calls overflow, and where, is never the same twice; what is seen of it is. */
  @Test
  void aStackThatIsUsedUpIsTheApplicationsAffair() {
    App app = App.OPENAI_NEWEST;
    Run plain = run(Launch.bare(), app, "deep_stacks");
    Run watched = run(Launch.in(Environment.current()), app, "deep_stacks");

    assertThat(withoutIds(watched)).isEqualTo(withoutIds(plain));
    for (Scenario scenario : AFTERWARDS) {
      SpanCheck.of(watched, app, scenario).all();
    }
    // Some overflow in us, and are counted as failures; none is billed twice.
    assertThat(watched.received().sum("llm.cost", Map.of()))
        .isPositive()
        .isLessThanOrEqualTo(watched.ledger().accountableUsd());
  }

  private static List<String> withoutIds(Run run) {
    return run.jvm().stdout().stream()
        .map(line -> line.replaceAll("chatcmpl-\\d+", "chatcmpl"))
        .toList();
  }

  private static Run run(Launch launch, App app, String trouble) {
    return launch.property("trouble", trouble).scenariosOf(app, AFTERWARDS);
  }

  private static Run seesTheSame(App app, String trouble) {
    Run plain = run(Launch.bare(), app, trouble);
    Run watched = run(Launch.in(Environment.current()), app, trouble);

    Invisibility.sawTheSame(plain, watched);
    return watched;
  }

  private static void goesOn(Run watched, App app) {
    for (Scenario scenario : AFTERWARDS) {
      SpanCheck.of(watched, app, scenario).all();
    }
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }
}
