package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.otlp.ReceivedPoint;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What every series of every counter must come to, added up call by call. */
final class SoakCounters {
  private static final String KIND = "llm.token.kind";

  /** By metric, then by labels as they print. */
  private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();

  private long calls;
  private long priced;

  void add(SoakCall call) {
    calls++;
    Map<String, Object> labels = call.labels();
    String outcome = call.end().outcome();
    count("llm.requests", labels, Map.of("llm.outcome", outcome));
    addTokens(call);
    if (call.end().isPriced()) {
      priced++;
      addCosts(call, outcome);
    }
    String unpricedReason = call.end().unpricedReason();
    if (unpricedReason != null) {
      count("llm.unpriced", labels, Map.of("llm.unpriced.reason", unpricedReason));
    }
  }

  void areIn(Received received) {
    sums.forEach((metric, series) -> {
      Map<String, BigDecimal> found = new TreeMap<>();
      received.points(metric).forEach(point -> put(found, point));
      assertThat(differences(rounded(series), found)).as(metric).isEmpty();
    });
    assertThat(count(received, "gen_ai.client.operation.duration")).isEqualTo(calls);
    assertThat(count(received, "gen_ai.client.operation.cost")).isEqualTo(priced);
  }

  private void addTokens(SoakCall call) {
    if (!call.tellsInput()) {
      return;
    }
    Tokens tokens = call.tokens();
    Map<String, Object> labels = call.labels();
    add("llm.tokens", labels, Map.of(KIND, "input"), tokens.uncachedInput());
    add("llm.tokens", labels, Map.of(KIND, "cache_read"), tokens.cacheRead());
    add("llm.tokens", labels, Map.of(KIND, "cache_write"), tokens.cacheWrite());
    if (call.tellsOutput()) {
      long written = tokens.output() - tokens.reasoning();
      add("llm.tokens", labels, Map.of(KIND, "output"), written);
      add("llm.tokens", labels, Map.of(KIND, "reasoning"), tokens.reasoning());
    }
    if (call.tellsCache()) {
      String result = tokens.cacheRead() > 0 ? "hit" : "miss";
      count(
          "llm.cache.lookups",
          labels,
          Map.of("llm.cache.kind", "prompt", "llm.cache.result", result));
    }
  }

  private void addCosts(SoakCall call, String outcome) {
    Bill bill = call.bill();
    addCost(call, outcome, "input", bill.input());
    addCost(call, outcome, "cache_read", bill.cacheRead());
    addCost(call, outcome, "cache_write", bill.cacheWrite());
    addCost(call, outcome, "output", bill.output());
    if (call.tokens().cacheRead() > 0) {
      add("llm.cache.saved", call.labels(), Map.of("llm.cache.kind", "prompt"), call.saved());
    }
  }

  private void addCost(SoakCall call, String outcome, String kind, BigDecimal usd) {
    add("llm.cost", call.labels(), Map.of("llm.outcome", outcome, "llm.cost.kind", kind), usd);
  }

  private void count(String metric, Map<String, Object> labels, Map<String, Object> more) {
    add(metric, labels, more, 1);
  }

  private void add(
      String metric, Map<String, Object> labels, Map<String, Object> more, long amount) {
    add(metric, labels, more, BigDecimal.valueOf(amount));
  }

  private void add(
      String metric, Map<String, Object> labels, Map<String, Object> more, BigDecimal amount) {
    if (amount.signum() != 0) {
      Map<String, Object> all = new TreeMap<>(labels);
      all.putAll(more);
      sums.computeIfAbsent(metric, name -> new TreeMap<>())
          .merge(all.toString(), amount, BigDecimal::add);
    }
  }

  /** Series of which not the same is expected as found: there are thousands. */
  private static List<String> differences(
      Map<String, BigDecimal> expected, Map<String, BigDecimal> found) {
    Set<String> all = new TreeSet<>(expected.keySet());
    all.addAll(found.keySet());
    return all.stream()
        .filter(labels -> !Objects.equals(expected.get(labels), found.get(labels)))
        .map(labels -> labels + ": " + expected.get(labels) + ", was " + found.get(labels))
        .toList();
  }

  private static void put(Map<String, BigDecimal> found, ReceivedPoint point) {
    BigDecimal sum = new BigDecimal(point.sum().toString()).stripTrailingZeros();
    if (sum.signum() != 0) {
      found.put(point.attributes().toString(), sum);
    }
  }

  /** Counters are exact inside and rounded once, to a double, when they are exported. */
  private static Map<String, BigDecimal> rounded(Map<String, BigDecimal> exact) {
    Map<String, BigDecimal> rounded = new TreeMap<>();
    exact.forEach((labels, sum) -> rounded.put(
        labels,
        sum.scale() > 0
            ? new BigDecimal(Double.toString(sum.doubleValue())).stripTrailingZeros()
            : sum.stripTrailingZeros()));
    return rounded;
  }

  private static long count(Received received, String histogram) {
    return received.points(histogram).stream()
        .filter(point -> point.scope().equals(Run.SCOPE))
        .mapToLong(ReceivedPoint::count)
        .sum();
  }
}
