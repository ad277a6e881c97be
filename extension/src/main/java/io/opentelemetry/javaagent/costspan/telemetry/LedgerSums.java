package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ledger counters. They are observed from sums that we keep: a counter that adds doubles drifts
 * with each call, these round once per collection. Thread-safe and lock-free.
 *
 * <p>The SDK drops all labels of the series beyond its limit per instrument. Before it comes to
 * that, a new series loses first its feature, then its tenant, then its model, at last its provider
 * and operation; the sums by any label that was kept stay exact. A new row is folded as a whole once
 * any counter is full, so that its calls look the same on all of them; in a row that is there
 * already, only what the full counter gets.
 */
final class LedgerSums implements Recorder {

  private final ConcurrentHashMap<LedgerKey, LedgerRow> rows = new ConcurrentHashMap<>();
  private final SeriesRooms rooms;
  private final Names names;
  private final Labels labels;

  /**
   * @param maxSeries never exceeded by any counter, unless the kinds and outcomes of a single row
   *     are more: at most 35
   */
  LedgerSums(Names names, Labels labels, int maxSeries) {
    this.names = names;
    this.labels = labels;
    this.rooms = new SeriesRooms(maxSeries);
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
    LedgerKey key = call.labels().ledgerKey();
    LedgerKey kept = rowFor(key).add(call);
    key.countFolded(kept, labels);
  }

  /** The row of these labels, made if there is room for it; else the next wider one that can be. */
  private LedgerRow rowFor(LedgerKey key) {
    LedgerKey fitting = key;
    while (true) {
      LedgerRow row = rows.get(fitting);
      if (row != null) {
        return row;
      }
      if (rooms.haveRoomFor(fitting)) {
        return row(fitting);
      }
      fitting = fitting.folded();
    }
  }

  private LedgerRow row(LedgerKey key) {
    return rows.computeIfAbsent(key, this::newRow);
  }

  private LedgerRow newRow(LedgerKey key) {
    return new LedgerRow(key, key.labels(names), rooms, () -> row(key.folded()));
  }
}
