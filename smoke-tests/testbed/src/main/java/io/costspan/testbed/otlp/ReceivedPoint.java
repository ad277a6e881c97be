package io.costspan.testbed.otlp;

import java.util.List;

/**
 * One series of one metric as it stood when it was last exported (all we receive is cumulative).
 *
 * @param sum value of a sum or gauge, sum of a histogram; exactly a Long or a Double as sent
 * @param count number of measurements of a histogram, 0 for the others
 * @param boundaries of a histogram
 */
public record ReceivedPoint(
    String scope,
    String metric,
    String unit,
    String description,
    Kind kind,
    Attributes attributes,
    Number sum,
    long count,
    List<Double> boundaries) {

  /** What the instrument was. */
  public enum Kind {
    MONOTONIC_SUM,
    SUM,
    GAUGE,
    HISTOGRAM
  }

  String series() {
    return scope + '\n' + metric + '\n' + attributes;
  }
}
