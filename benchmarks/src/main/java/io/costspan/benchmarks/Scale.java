package io.costspan.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a value is on an axis that grows by tens: from the power of ten below all to the one above. */
record Scale(int lowest, int highest, double length) {

  static Scale over(List<Double> values, double length) {
    int lowest = (int) Math.floor(Math.log10(Collections.min(values)));
    int highest = (int) Math.ceil(Math.log10(Collections.max(values)));
    return new Scale(lowest, Math.max(highest, lowest + 1), length);
  }

  double at(double value) {
    return (Math.log10(value) - lowest) / (highest - lowest) * length;
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int power = lowest; power <= highest; power++) {
      ticks.add(Math.pow(10, power));
    }
    return ticks;
  }
}
