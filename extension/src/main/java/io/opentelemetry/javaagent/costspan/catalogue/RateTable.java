package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Figures by terms and rate. Filled by one reader or one merge, and not changed afterwards. */
final class RateTable {

  private final TreeMap<Terms, EnumMap<RateName, Figure>> rows = new TreeMap<>();

  /** The first figure stays; says whether the cell was empty. */
  boolean putIfAbsent(Terms terms, RateName rate, Figure figure) {
    return row(terms).putIfAbsent(rate, figure) == null;
  }

  void put(Terms terms, RateName rate, Figure figure) {
    row(terms).put(rate, figure);
  }

  void remove(Terms terms, RateName rate) {
    EnumMap<RateName, Figure> row = rows.get(terms);
    if (row != null && row.remove(rate) != null && row.isEmpty()) {
      rows.remove(terms);
    }
  }

  void removeRow(Terms terms) {
    rows.remove(terms);
  }

  void putAll(RateTable other) {
    other.rows.forEach((terms, row) -> row(terms).putAll(row));
  }

  @Nullable
  Figure get(Terms terms, RateName rate) {
    EnumMap<RateName, Figure> row = rows.get(terms);
    return row == null ? null : row.get(rate);
  }

  /** The figure that a call is billed by: the rate's own, else that of the rate that stands in for it. */
  @Nullable
  Figure effective(Terms terms, RateName rate) {
    Figure figure = get(terms, rate);
    RateName otherwise = rate.otherwise();
    return figure != null || otherwise == null || !rows.containsKey(terms)
        ? figure
        : effective(terms, otherwise);
  }

  boolean isSameAs(RateTable other) {
    return rows.equals(other.rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** In the order of the book; a copy. */
  Set<Terms> terms() {
    return new TreeSet<>(rows.keySet());
  }

  /** The rates of a row, in the order of the book. */
  Map<RateName, Figure> ratesOf(Terms terms) {
    EnumMap<RateName, Figure> row = rows.get(terms);
    return row == null ? Collections.emptyMap() : Collections.unmodifiableMap(row);
  }

  private EnumMap<RateName, Figure> row(Terms terms) {
    return rows.computeIfAbsent(terms, any -> new EnumMap<>(RateName.class));
  }

  void forEach(CellConsumer consumer) {
    rows.forEach(
        (terms, row) -> row.forEach((rate, figure) -> consumer.accept(terms, rate, figure)));
  }

  /** Takes a figure and where it stands. */
  interface CellConsumer {
    void accept(Terms terms, RateName rate, Figure figure);
  }
}
