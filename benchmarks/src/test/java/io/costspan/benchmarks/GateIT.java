package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("matrix")
class GateIT {
  @Test
  void costspanAddsNoMoreToACallThanTheBudgetAllows() throws IOException {
    Budget budget = Gate.budget();

    Verdict verdict = Gate.measure();

    assertThat(verdict.complaints(budget)).as(verdict.markdown(budget)).isEmpty();
  }
}
