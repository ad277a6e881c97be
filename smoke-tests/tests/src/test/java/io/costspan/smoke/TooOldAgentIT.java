package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Below what we promise: off, and said so. */
@Tag("matrix")
class TooOldAgentIT {
  @Test
  void saysOnceThatTheAgentIsTooOldAndLeavesTheApplicationAlone() {
    Environment tooOld = new Environment(Jdks.running(), "2.28.1", false);
    Run run = Launch.in(tooOld).allScenariosOf(App.OPENAI_NEWEST);

    // That agent's own OpenAI module throws into the application; we do not touch it, so with us it
    // is neither better nor worse.
    Invisibility.sawTheSame(Launch.stock(tooOld).allScenariosOf(App.OPENAI_NEWEST), run);
    assertThat(run.jvm().stderr())
        .filteredOn(line -> line.contains("costspan") && line.contains("2.30.0"))
        .hasSize(1);
    assertThat(run.received().spansOf(Run.SCOPE)).isEmpty();
  }
}
