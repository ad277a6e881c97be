package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledger counters. They are observed from sums that we keep: a counter that adds doubles drifts
 * with each call, these round once per collection. Thread-safe and lock-free.
 *
 * <p>The SDK drops all labels of the series beyond its limit per instrument. Before it comes to
 * that, a new combination of labels loses first its feature, then its tenant, then its model; the
 * sums by any label that was kept stay exact.
 */
final class LedgerSums implements Recorder {

  private final ConcurrentHashMap<LedgerKey, LedgerRow> rows = new ConcurrentHashMap<>();
  private final SeriesCounts made = new SeriesCounts();
  private final Names names;
  private final Labels labels;
  private final int maxWithFeature;
  private final int maxWithTenant;
  private final int maxWithModel;

  LedgerSums(Names names, Labels labels, int maxSeries) {
    this.names = names;
    this.labels = labels;
    this.maxWithFeature = maxSeries / 8 * 5;
    this.maxWithTenant = maxSeries / 8 * 6;
    this.maxWithModel = maxSeries / 8 * 7;
  }

  void bind(Meter meter) {
    Names.REQUESTS.observeLongs(meter, to -> rows.values().forEach(row -> row.reportRequests(to)));
    Names.TOKENS.observeLongs(meter, to -> rows.values().forEach(row -> row.reportTokens(to)));
    Names.COSTS.observeDoubles(meter, to -> rows.values().forEach(row -> row.reportCosts(to)));
    Names.CACHE_LOOKUPS.observeLongs(
        meter, to -> rows.values().forEach(row -> row.reportLookups(to)));
    Names.CACHE_SAVINGS.observeDoubles(
        meter, to -> rows.values().forEach(row -> row.reportSavings(to)));
    Names.UNPRICED.observeLongs(meter, to -> rows.values().forEach(row -> row.reportUnpriced(to)));
  }

  @Override
  public String site() {
    return "ledger";
  }

  @Override
  public void record(FinishedCall call) {
    row(call.labels().ledgerKey()).add(call);
  }

  private LedgerRow row(LedgerKey key) {
    LedgerRow row = find(key, maxWithFeature);
    if (row != null) {
      return row;
    }
    labels.feature().countFolded();
    LedgerKey featureless = key.withoutFeature();
    row = find(featureless, maxWithTenant);
    if (row != null) {
      return row;
    }
    labels.tenant().countFolded();
    LedgerKey payerless = featureless.withoutTenant();
    row = find(payerless, maxWithModel);
    if (row != null) {
      return row;
    }
    labels.requestModel().countFolded();
    return rows.computeIfAbsent(payerless.withoutModel(), this::newRow);
  }

  /** The row, made if there is room for it; else null. */
  private @Nullable LedgerRow find(LedgerKey key, int maxSeries) {
    LedgerRow row = rows.get(key);
    return row != null || made.largest() >= maxSeries
        ? row
        : rows.computeIfAbsent(key, this::newRow);
  }

  private LedgerRow newRow(LedgerKey key) {
    return new LedgerRow(key.labels(names), made);
  }
}
