package io.costspan.testbed.otlp;

import java.math.BigDecimal;
import java.util.List;

/**
 * One series of one metric as it stood when it was last exported; where deltas are exported, all
 * of them together.
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

  /** Doubles are added as the decimals they print as, so that no digit is lost. */
  ReceivedPoint plus(ReceivedPoint later) {
    Number together = sum instanceof Long && later.sum instanceof Long
        ? (Number) (sum.longValue() + later.sum.longValue())
        : (Number) new BigDecimal(sum.toString())
            .add(new BigDecimal(later.sum.toString()))
            .doubleValue();
    return new ReceivedPoint(
        scope,
        metric,
        unit,
        description,
        kind,
        attributes,
        together,
        count + later.count,
        boundaries);
  }

  String series() {
    return scope + '\n' + metric + '\n' + attributes;
  }
}
