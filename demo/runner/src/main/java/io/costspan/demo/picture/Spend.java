package io.costspan.demo.picture;

import io.costspan.testbed.otlp.ReceivedPoint;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What was spent under one heading; grows while the points of the metrics are read. */
final class Spend {
  private long calls;
  private long tokensIn;
  private long tokensOut;
  private long tokensCached;
  private boolean priced;
  private BigDecimal usd = BigDecimal.ZERO;
  private BigDecimal usdSaved = BigDecimal.ZERO;
  private final SortedMap<String, Long> unpriced = new TreeMap<>();

  /** Takes what the point says; metrics that are not about spend are passed over. */
  void add(ReceivedPoint point) {
    switch (point.metric()) {
      case Names.REQUESTS -> calls += point.sum().longValue();
      case Names.TOKENS ->
        addTokens(point.attributes().string(Names.TOKEN_KIND), point.sum().longValue());
      case Names.COST -> {
        priced = true;
        usd = usd.add(Usd.exact(point.sum().doubleValue()));
      }
      case Names.SAVED -> usdSaved = usdSaved.add(Usd.exact(point.sum().doubleValue()));
      case Names.UNPRICED ->
        unpriced.merge(
            point.attributes().string(Names.UNPRICED_REASON), point.sum().longValue(), Long::sum);
      default -> {}
    }
  }

  private void addTokens(String kind, long tokens) {
    switch (kind) {
      case "output", "reasoning", "audio_output" -> tokensOut += tokens;
      default -> tokensIn += tokens;
    }
    if (kind.equals("cache_read")) {
      tokensCached += tokens;
    }
  }

  String[] cells(String heading, String model) {
    return new String[] {
      heading,
      model,
      "%,d".formatted(calls),
      "%,d".formatted(tokensIn),
      "%,d".formatted(tokensCached),
      "%,d".formatted(tokensOut),
      isUnknown() ? "unknown" : Usd.digits(usd),
      isUnknown() ? "" : Usd.digits(usdSaved),
      unpriced.isEmpty() ? "" : "%,d".formatted(total(unpriced))
    };
  }

  /** Why some calls have no cost, and how many; empty when all have one. */
  String unpricedReasons() {
    StringJoiner reasons = new StringJoiner(", ");
    unpriced.forEach((reason, calls) -> reasons.add(calls + " " + reason));
    return reasons.toString();
  }

  /** Unknown is not zero: none of the calls has a cost, and some may have cost something. */
  private boolean isUnknown() {
    return !priced && !unpriced.isEmpty();
  }

  private static long total(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
