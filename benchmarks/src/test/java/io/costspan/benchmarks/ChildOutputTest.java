package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.benchmarks.call.CallCost;
import io.costspan.benchmarks.growth.Point;
import io.costspan.benchmarks.load.Pulse;
import io.costspan.benchmarks.startup.Vitals;
import org.junit.jupiter.api.Test;

class ChildOutputTest {
  @Test
  void bringsTheCostsOfCallsAcross() {
    CallCost cost = new CallCost("chat1Kb", 31_000.5, 30_000.25, 52_224);

    assertThat(CallCost.parse(cost.toString())).isEqualTo(cost);
  }

  @Test
  void bringsTheCostOfGrowthAcross() {
    Point point = new Point(new CallCost("call", 1, 2.5, 3), 52_428_800);

    assertThat(Point.parse(point.toString())).isEqualTo(point);
  }

  @Test
  void bringsThePulseOfAServiceAcross() {
    Pulse pulse = new Pulse(1_200, 14, 95);

    assertThat(Pulse.parse(pulse.toString())).isEqualTo(pulse);
  }

  @Test
  void bringsTheVitalsOfAStartAcross() {
    Vitals vitals = new Vitals(1_200, 2_400, 9_000, 180_000);

    assertThat(Vitals.in("hello\n" + vitals + "\n")).isEqualTo(vitals);
  }
}
