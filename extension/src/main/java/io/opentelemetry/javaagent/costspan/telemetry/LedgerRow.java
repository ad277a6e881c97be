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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sums over all calls that share their labels. Thread-safe and lock-free. */
final class LedgerRow {

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Leaf[] LEAVES = Leaf.values();
  private static final CostKind[] COST_KINDS = CostKind.values();
  private static final CacheUse[] CACHE_USES = CacheUse.values();
  private static final UnpricedReason[] REASONS = UnpricedReason.values();
  private static final List<String> TOKEN_KINDS = tokenKinds();
  private static final int[] TOKEN_KIND_OF_LEAF = tokenKindOfLeaf();

  /** How many series of each counter one row can have. */
  static final int REQUEST_SERIES = OUTCOMES.length;

  static final int TOKEN_SERIES = TOKEN_KINDS.size();
  static final int COST_SERIES = OUTCOMES.length * COST_KINDS.length;
  static final int LOOKUP_SERIES = CACHE_USES.length;
  static final int SAVING_SERIES = CACHE_USES.length;
  static final int UNPRICED_SERIES = REASONS.length;

  private final LedgerKey key;
  private final Attributes labels;
  private final SeriesArray<LongSeries> requests;
  private final SeriesArray<LongSeries> tokens;
  private final SeriesArray<UsdSeries> costs;
  private final SeriesArray<LongSeries> lookups;
  private final SeriesArray<UsdSeries> savings;
  private final SeriesArray<LongSeries> unpriced;

  /**
   * @param labels those of the key
   * @param wider finds the row that has lost one label more
   */
  LedgerRow(LedgerKey key, Attributes labels, SeriesRooms rooms, Supplier<LedgerRow> wider) {
    this.key = key;
    this.labels = labels;
    requests = new SeriesArray<>(
        REQUEST_SERIES,
        key,
        rooms.requests(),
        this::requestsAt,
        i -> wider.get().requests.at(i));
    tokens = new SeriesArray<>(
        TOKEN_SERIES,
        key,
        rooms.tokens(),
        this::tokensAt,
        i -> wider.get().tokens.at(i));
    costs = new SeriesArray<>(
        COST_SERIES, key, rooms.costs(), this::costsAt, i -> wider.get().costs.at(i));
    lookups = new SeriesArray<>(
        LOOKUP_SERIES,
        key,
        rooms.lookups(),
        this::lookupsAt,
        i -> wider.get().lookups.at(i));
    savings = new SeriesArray<>(
        SAVING_SERIES,
        key,
        rooms.savings(),
        this::savingsAt,
        i -> wider.get().savings.at(i));
    unpriced = new SeriesArray<>(
        UNPRICED_SERIES,
        key,
        rooms.unpriced(),
        this::unpricedAt,
        i -> wider.get().unpriced.at(i));
  }

  /** Adds a call; returns the labels that it has kept on every counter. */
  LedgerKey add(FinishedCall call) {
    Posting posting = new Posting(key);
    Outcome outcome = call.end().outcome();
    posting.add(requests.at(outcome.ordinal()), 1);
    addTokens(posting, call.leaves());
    Cost cost = call.cost();
    if (cost != null) {
      addCost(posting, outcome, cost);
    }
    UnpricedReason reason = call.unpricedReason();
    if (reason != null) {
      posting.add(unpriced.at(reason.ordinal()), 1);
    }
    addCacheUse(posting, call.promptCache(), call.cacheSavedUsd());
    addCacheUse(posting, call.gatewayCache(), call.cacheSavedUsd());
    return posting.kept();
  }

  LedgerKey key() {
    return key;
  }

  /** Adds all sums to another row, in place of this one. Nobody adds to this one any more. */
  void moveTo(LedgerRow other) {
    requests.moveTo(other.requests);
    tokens.moveTo(other.tokens);
    costs.moveTo(other.costs);
    lookups.moveTo(other.lookups);
    savings.moveTo(other.savings);
    unpriced.moveTo(other.unpriced);
  }

  /** Gives back the room of all series. Nobody adds to them any more. */
  void giveBack() {
    requests.giveBack();
    tokens.giveBack();
    costs.giveBack();
    lookups.giveBack();
    savings.giveBack();
    unpriced.giveBack();
  }

  void reportRequests(ObservableLongMeasurement to) {
    requests.forEachOwn(series -> series.report(to));
  }

  void reportTokens(ObservableLongMeasurement to) {
    tokens.forEachOwn(series -> series.report(to));
  }

  void reportCosts(ObservableDoubleMeasurement to) {
    costs.forEachOwn(series -> series.report(to));
  }

  void reportLookups(ObservableLongMeasurement to) {
    lookups.forEachOwn(series -> series.report(to));
  }

  void reportSavings(ObservableDoubleMeasurement to) {
    savings.forEachOwn(series -> series.report(to));
  }

  void reportUnpriced(ObservableLongMeasurement to) {
    unpriced.forEachOwn(series -> series.report(to));
  }

  private void addTokens(Posting posting, Leaves leaves) {
    for (Leaf leaf : LEAVES) {
      long amount = leaves.of(leaf);
      if (amount > 0 && leaf.isTokens()) {
        posting.add(tokens.at(TOKEN_KIND_OF_LEAF[leaf.ordinal()]), amount);
      }
    }
  }

  private void addCost(Posting posting, Outcome outcome, Cost cost) {
    for (CostKind kind : COST_KINDS) {
      BigDecimal usd = cost.usd(kind);
      if (usd != null) {
        posting.add(costs.at(costIndex(outcome, kind)), usd);
      }
    }
  }

  private void addCacheUse(Posting posting, CacheUse use, @Nullable BigDecimal savedUsd) {
    if (use == CacheUse.NOT_REPORTED) {
      return;
    }
    posting.add(lookups.at(use.ordinal()), 1);
    if (use.isHit() && savedUsd != null) {
      posting.add(savings.at(use.ordinal()), savedUsd);
    }
  }

  private LongSeries requestsAt(int index) {
    return new LongSeries(key, with(Names.OUTCOME, OUTCOMES[index].value()).build());
  }

  private LongSeries tokensAt(int index) {
    return new LongSeries(key, with(Names.TOKEN_KIND, TOKEN_KINDS.get(index)).build());
  }

  private UsdSeries costsAt(int index) {
    String outcome = OUTCOMES[index / COST_KINDS.length].value();
    String kind = COST_KINDS[index % COST_KINDS.length].value();
    return new UsdSeries(
        key, with(Names.OUTCOME, outcome).put(Names.COST_KIND, kind).build());
  }

  private LongSeries lookupsAt(int index) {
    CacheUse use = CACHE_USES[index];
    return new LongSeries(
        key,
        with(Names.CACHE_KIND, use.kind()).put(Names.CACHE_RESULT, use.result()).build());
  }

  private UsdSeries savingsAt(int index) {
    return new UsdSeries(key, with(Names.CACHE_KIND, CACHE_USES[index].kind()).build());
  }

  private LongSeries unpricedAt(int index) {
    return new LongSeries(
        key, with(Names.UNPRICED_REASON, REASONS[index].value()).build());
  }

  private AttributesBuilder with(AttributeKey<String> key, String value) {
    return labels.toBuilder().put(key, value);
  }

  private static int costIndex(Outcome outcome, CostKind kind) {
    return outcome.ordinal() * COST_KINDS.length + kind.ordinal();
  }

  /** Leaves of one token kind, for example both lifetimes of cache writes, share a series. */
  private static List<String> tokenKinds() {
    Set<String> kinds = new LinkedHashSet<>();
    for (Leaf leaf : LEAVES) {
      if (leaf.isTokens()) {
        kinds.add(leaf.tokenKind());
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(kinds));
  }

  private static int[] tokenKindOfLeaf() {
    int[] indexes = new int[LEAVES.length];
    for (Leaf leaf : LEAVES) {
      indexes[leaf.ordinal()] = leaf.isTokens() ? TOKEN_KINDS.indexOf(leaf.tokenKind()) : -1;
    }
    return indexes;
  }
}
