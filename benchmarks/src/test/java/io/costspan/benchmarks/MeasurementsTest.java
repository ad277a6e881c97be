package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.benchmarks.call.CallCost;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
  private final Measurements measured = new Measurements();

  @Test
  void comparesWithTheSameRoundAndNotWithTheAverage() {
    round(100, 110);
    round(200, 220); // the machine became slower for both
    round(100, 110);

    assertThat(measured.added("chat", Variant.COSTSPAN, CallCost::cpuNanos).inOrder())
        .containsExactly(10.0, 20.0, 10.0);
    assertThat(measured.ratio("chat", Variant.COSTSPAN, CallCost::cpuNanos).inOrder())
        .containsExactly(1.1, 1.1, 1.1);
  }

  private void round(double agentNanos, double costspanNanos) {
    measured.add(Variant.AGENT, new CallCost("chat", 0, agentNanos, 0));
    measured.add(Variant.COSTSPAN, new CallCost("chat", 0, costspanNanos, 0));
  }
}
