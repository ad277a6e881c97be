package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sums over all calls that share their labels. Thread-safe and lock-free. */
final class LedgerRow {

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Leaf[] LEAVES = Leaf.values();
  private static final CostKind[] COST_KINDS = CostKind.values();
  private static final CacheUse[] CACHE_USES = CacheUse.values();
  private static final UnpricedReason[] REASONS = UnpricedReason.values();
  private static final int[] FIRST_LEAF_OF_KIND = firstLeafOfKind();

  private final Attributes labels;
  private final SeriesArray<LongSeries> requests;
  private final SeriesArray<LongSeries> tokens;
  private final SeriesArray<UsdSeries> costs;
  private final SeriesArray<LongSeries> lookups;
  private final SeriesArray<UsdSeries> savings;
  private final SeriesArray<LongSeries> unpriced;

  LedgerRow(Attributes labels, SeriesCounts made) {
    this.labels = labels;
    requests = new SeriesArray<>(OUTCOMES.length, this::requestsAt, made.requests());
    tokens = new SeriesArray<>(LEAVES.length, this::tokensAt, made.tokens());
    costs = new SeriesArray<>(OUTCOMES.length * COST_KINDS.length, this::costsAt, made.costs());
    lookups = new SeriesArray<>(CACHE_USES.length, this::lookupsAt, made.lookups());
    savings = new SeriesArray<>(1, this::savingsAt, made.savings());
    unpriced = new SeriesArray<>(REASONS.length, this::unpricedAt, made.unpriced());
  }

  void add(FinishedCall call) {
    Outcome outcome = call.end().outcome();
    requests.at(outcome.ordinal()).add(1);
    addTokens(call.leaves());
    Cost cost = call.cost();
    if (cost != null) {
      cost.parts().forEach((kind, usd) -> costs.at(costIndex(outcome, kind)).add(usd));
    }
    UnpricedReason reason = call.unpricedReason();
    if (reason != null) {
      unpriced.at(reason.ordinal()).add(1);
    }
    addCacheUse(call.cacheUse(), cost);
  }

  void reportRequests(ObservableLongMeasurement to) {
    requests.forEach(series -> series.report(to));
  }

  void reportTokens(ObservableLongMeasurement to) {
    tokens.forEach(series -> series.report(to));
  }

  void reportCosts(ObservableDoubleMeasurement to) {
    costs.forEach(series -> series.report(to));
  }

  void reportLookups(ObservableLongMeasurement to) {
    lookups.forEach(series -> series.report(to));
  }

  void reportSavings(ObservableDoubleMeasurement to) {
    savings.forEach(series -> series.report(to));
  }

  void reportUnpriced(ObservableLongMeasurement to) {
    unpriced.forEach(series -> series.report(to));
  }

  private void addTokens(Leaves leaves) {
    for (Leaf leaf : LEAVES) {
      long amount = leaves.of(leaf);
      if (amount > 0 && leaf.isTokens()) {
        tokens.at(FIRST_LEAF_OF_KIND[leaf.ordinal()]).add(amount);
      }
    }
  }

  private void addCacheUse(CacheUse use, @Nullable Cost cost) {
    if (use == CacheUse.NOT_REPORTED) {
      return;
    }
    lookups.at(use.ordinal()).add(1);
    if (use == CacheUse.HIT && cost != null) {
      savings.at(0).add(cost.cacheSavedUsd());
    }
  }

  private LongSeries requestsAt(int index) {
    return new LongSeries(with(Names.OUTCOME, OUTCOMES[index].value()).build());
  }

  private LongSeries tokensAt(int index) {
    return new LongSeries(with(Names.TOKEN_KIND, LEAVES[index].tokenKind()).build());
  }

  private UsdSeries costsAt(int index) {
    String outcome = OUTCOMES[index / COST_KINDS.length].value();
    String kind = COST_KINDS[index % COST_KINDS.length].value();
    return new UsdSeries(with(Names.OUTCOME, outcome).put(Names.COST_KIND, kind).build());
  }

  private LongSeries lookupsAt(int index) {
    String result = CACHE_USES[index].value();
    return new LongSeries(
        with(Names.CACHE_KIND, CacheUse.KIND).put(Names.CACHE_RESULT, result).build());
  }

  private UsdSeries savingsAt(int index) {
    return new UsdSeries(with(Names.CACHE_KIND, CacheUse.KIND).build());
  }

  private LongSeries unpricedAt(int index) {
    return new LongSeries(with(Names.UNPRICED_REASON, REASONS[index].value()).build());
  }

  private AttributesBuilder with(AttributeKey<String> key, String value) {
    return labels.toBuilder().put(key, value);
  }

  private static int costIndex(Outcome outcome, CostKind kind) {
    return outcome.ordinal() * COST_KINDS.length + kind.ordinal();
  }

  /** Leaves of one token kind, for example both lifetimes of cache writes, share a series. */
  private static int[] firstLeafOfKind() {
    Map<String, Integer> indexByKind = new HashMap<>();
    int[] indexes = new int[LEAVES.length];
    for (Leaf leaf : LEAVES) {
      if (leaf.isTokens()) {
        indexes[leaf.ordinal()] =
            indexByKind.computeIfAbsent(leaf.tokenKind(), kind -> leaf.ordinal());
      }
    }
    return indexes;
  }
}
