package io.opentelemetry.javaagent.costspan.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a list says a model costs from one day (inclusive) to another (exclusive), both in UTC. */
final class ListedPrice {

  private final @Nullable LocalDate from;
  private final @Nullable LocalDate until;
  private final Map<String, Hours> windows = new TreeMap<>();
  private final Map<String, BigDecimal> timesByRegion = new TreeMap<>();
  private final RateTable rates = new RateTable();

  /**
   * @param from null when it always did
   * @param until null when nobody knows of an end
   */
  ListedPrice(@Nullable LocalDate from, @Nullable LocalDate until) {
    this.from = from;
    this.until = until;
  }

  static ListedPrice always() {
    return new ListedPrice(null, null);
  }

  /** A price for other days with the same content. */
  ListedPrice during(@Nullable LocalDate otherFrom, @Nullable LocalDate otherUntil) {
    ListedPrice other = new ListedPrice(otherFrom, otherUntil);
    other.windows.putAll(windows);
    other.timesByRegion.putAll(timesByRegion);
    other.rates.putAll(rates);
    return other;
  }

  @Nullable
  LocalDate from() {
    return from;
  }

  @Nullable
  LocalDate until() {
    return until;
  }

  boolean isDated() {
    return from != null || until != null;
  }

  boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  Map<String, Hours> windows() {
    return windows;
  }

  Map<String, BigDecimal> timesByRegion() {
    return timesByRegion;
  }

  RateTable rates() {
    return rates;
  }
}
