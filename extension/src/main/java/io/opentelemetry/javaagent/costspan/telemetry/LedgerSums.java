package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
final class LedgerSums implements Recorder, LabelledSums {

  private final ConcurrentHashMap<LedgerKey, LedgerRow> rows = new ConcurrentHashMap<>();
  private final SeriesRooms rooms;
  private final Names names;
  private final Labels labels;
  private final InFlight adding;
  private Runnable report = () -> {};

  /**
   * @param adding whoever adds is inside
   * @param maxSeries never exceeded by any counter, unless the kinds and outcomes of a single row
   *     are more: at most 35
   */
  LedgerSums(Names names, Labels labels, InFlight adding, int maxSeries) {
    this.names = names;
    this.labels = labels;
    this.adding = adding;
    this.rooms = new SeriesRooms(maxSeries);
  }

  @Override
  public List<ObservableMeasurement> instruments(Meter meter) {
    ObservableLongMeasurement requests = Names.REQUESTS.observedLongs(meter);
    ObservableLongMeasurement tokens = Names.TOKENS.observedLongs(meter);
    ObservableDoubleMeasurement costs = Names.COSTS.observedDoubles(meter);
    ObservableLongMeasurement lookups = Names.CACHE_LOOKUPS.observedLongs(meter);
    ObservableDoubleMeasurement savings = Names.CACHE_SAVINGS.observedDoubles(meter);
    ObservableLongMeasurement unpriced = Names.UNPRICED.observedLongs(meter);
    report = () -> rows.values().forEach(row -> {
      row.reportRequests(requests);
      row.reportTokens(tokens);
      row.reportCosts(costs);
      row.reportLookups(lookups);
      row.reportSavings(savings);
      row.reportUnpriced(unpriced);
    });
    return Collections.unmodifiableList(
        Arrays.asList(requests, tokens, costs, lookups, savings, unpriced));
  }

  @Override
  public void report() {
    report.run();
  }

  @Override
  public void fold(boolean merge) {
    for (LedgerRow row : rows.values()) {
      LedgerKey shown = row.key().shown(labels);
      if (shown.equals(row.key())) {
        continue;
      }
      if (merge) {
        row.moveTo(row(shown));
      } else {
        row.giveBack();
      }
      rows.remove(row.key());
    }
  }

  @Override
  public String site() {
    return "ledger";
  }

  @Override
  public void record(FinishedCall call) {
    long weight = CallWeight.of(call);
    InFlight.Cohort inside = adding.enter();
    try {
      LedgerKey key = key(call, weight);
      LedgerKey kept = rowFor(key).add(call);
      key.countFolded(kept, labels);
    } finally {
      inside.leave();
    }
  }

  private LedgerKey key(FinishedCall call, long weight) {
    return new LedgerKey(
        labels.tenant().of(call.payer().tenant(), weight),
        labels.feature().of(call.payer().feature(), weight),
        call.labels().provider(),
        labels.model().of(call.labels().model(), weight),
        call.labels().operation());
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
