package io.costspan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/** Repeated measurements of one thing. */
final class Sample {
  private final ListStatistics values = new ListStatistics();
  private final List<Double> inOrder = new ArrayList<>();

  void add(double value) {
    values.addValue(value);
    inOrder.add(value);
  }

  /** As they were measured. */
  List<Double> inOrder() {
    return inOrder;
  }

  long size() {
    return values.getN();
  }

  double median() {
    return values.getPercentile(50);
  }

  /**
   * @param percent from 0 to 100
   */
  double percentile(double percent) {
    return values.getPercentile(percent);
  }

  double min() {
    return values.getMin();
  }

  double max() {
    return values.getMax();
  }
}
