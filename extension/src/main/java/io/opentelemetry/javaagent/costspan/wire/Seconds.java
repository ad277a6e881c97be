package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BiConsumer;

/** Times, which providers report in seconds with a fraction and we count in whole milliseconds. */
final class Seconds {

  private static final int MILLIS_SCALE = 3;
  private static final BigDecimal MAX_MILLIS = BigDecimal.valueOf(Reply.MAX_COUNT);

  private Seconds() {}

  /** Rounds up to the next millisecond. */
  static BiConsumer<Reply, BigDecimal> intoMillis(Count count) {
    return (reply, seconds) -> {
      BigDecimal millis = seconds.scaleByPowerOfTen(MILLIS_SCALE).setScale(0, RoundingMode.CEILING);
      if (seconds.signum() >= 0 && millis.compareTo(MAX_MILLIS) <= 0) {
        reply.count(count, millis.longValueExact());
      }
    };
  }
}
