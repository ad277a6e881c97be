package io.costspan.benchmarks;

import org.openjdk.jmh.util.ListStatistics;

/** Repeated measurements of one thing. */
final class Sample {
  private final ListStatistics values = new ListStatistics();

  void add(double value) {
    values.addValue(value);
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
