package io.opentelemetry.javaagent.costspan.telemetry;

/** The room of each ledger counter. Thread-safe. */
final class SeriesRooms {

  private final SeriesRoom requests;
  private final SeriesRoom tokens;
  private final SeriesRoom costs;
  private final SeriesRoom lookups;
  private final SeriesRoom savings;
  private final SeriesRoom unpriced;

  /**
   * @param maxSeries of each counter
   */
  SeriesRooms(int maxSeries) {
    requests = new SeriesRoom(maxSeries, LedgerRow.REQUEST_SERIES);
    tokens = new SeriesRoom(maxSeries, LedgerRow.TOKEN_SERIES);
    costs = new SeriesRoom(maxSeries, LedgerRow.COST_SERIES);
    lookups = new SeriesRoom(maxSeries, LedgerRow.LOOKUP_SERIES);
    savings = new SeriesRoom(maxSeries, LedgerRow.SAVING_SERIES);
    unpriced = new SeriesRoom(maxSeries, LedgerRow.UNPRICED_SERIES);
  }

  SeriesRoom requests() {
    return requests;
  }

  SeriesRoom tokens() {
    return tokens;
  }

  SeriesRoom costs() {
    return costs;
  }

  SeriesRoom lookups() {
    return lookups;
  }

  SeriesRoom savings() {
    return savings;
  }

  SeriesRoom unpriced() {
    return unpriced;
  }

  /** Whether no counter is full, so that a new row would show the same labels on all of them. */
  boolean haveRoomFor(LedgerKey key) {
    return requests.hasRoomFor(key)
        && tokens.hasRoomFor(key)
        && costs.hasRoomFor(key)
        && lookups.hasRoomFor(key)
        && savings.hasRoomFor(key)
        && unpriced.hasRoomFor(key);
  }
}
