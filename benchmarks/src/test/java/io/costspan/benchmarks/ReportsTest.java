package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.benchmarks.call.CallCost;
import io.costspan.benchmarks.growth.Dimension;
import io.costspan.benchmarks.growth.Point;
import io.costspan.benchmarks.load.Pulse;
import org.junit.jupiter.api.Test;

/** The tables that the documents take over as they are. */
class ReportsTest {
  @Test
  void ofCallsHasWhatEachVariantAdds() {
    Measurements measured = new Measurements();
    for (Variant variant : Variant.values()) {
      int more = variant == Variant.COSTSPAN ? 15 : 0;
      measured.add(variant, new CallCost("chat", 80_000, 30_000 + more * 1_000, 51_200));
    }

    PerCallReport report = new PerCallReport(measured, 1);

    assertThat(report.markdown())
        .contains("| chat | 30.0 | 30.0 | 30.0 | 30.0 | 45.0 |")
        .contains("| chat | 0.00 (0.00 to 0.00) | 0.00 (0.00 to 0.00) | 0.00 (0.00 to 0.00)"
            + " | 15.0 (15.0 to 15.0) |");
    assertThat(report.picture().drawn().toString()).contains(">agent + Costspan<", ">1.50<");
  }

  @Test
  void ofGrowthCountsByTheKbWhereAnAnswerGrows() {
    GrowthReport report = new GrowthReport();
    report.add(Dimension.ANSWER, 1_000, Variant.AGENT, point(1_000_000));
    report.add(Dimension.ANSWER, 1_000, Variant.COSTSPAN, point(3_000_000));

    assertThat(report.markdown(Dimension.ANSWER))
        .contains("| 1,000 | 1.00 | 3.00 | 2.00 | 0.00 | 10.0 | 10.0 |");
  }

  @Test
  void ofLoadHasTheRatioOfEachPairOfTurns() {
    LoadReport report = new LoadReport();
    report.add(Variant.AGENT, turn(1.0));
    report.add(Variant.COSTSPAN, turn(2.0));

    assertThat(report.markdown())
        .contains("1 turns each, 4 requests")
        .contains("| requests a second | 2.00 (2.00 to 2.00) | 1.00 (1.00 to 1.00)"
            + " | 0.500 (0.500 to 0.500) |")
        .contains("agent + Costspan: 20.0");
  }

  private static Point point(double cpuNanos) {
    return new Point(new CallCost("call", 0, cpuNanos, 1_024), 10 << 20);
  }

  private static Turn turn(double seconds) {
    Sample millis = new Sample();
    millis.add(10);
    millis.add(30);
    return new Turn(seconds, millis, new Pulse(100, 4, 40), 20 << 20);
  }
}
