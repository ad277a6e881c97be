package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a model in genai-prices, of which the last whose constraint holds counts. A start date
 * begins a new period; hours belong to the period that they follow, for a scheme of hours is not
 * older than the prices above it (DeepSeek's began on 2026-08-17).
 */
final class GenaiHistory {

  private final String sourceName;
  private final List<ListedPrice> prices = new ArrayList<>();
  private final Map<String, List<String>> spansOfWindow = new LinkedHashMap<>();
  private final Map<String, RateTable> ratesOfWindow = new LinkedHashMap<>();

  GenaiHistory(String sourceName) {
    this.sourceName = sourceName;
  }

  /** Reads the rates of one price. */
  interface Filler {
    void fill(RateTable rates) throws CatalogueException;
  }

  void add(@Nullable JsonValue constraint, Filler filler) throws CatalogueException {
    if (constraint == null) {
      begin(null);
      filler.fill(last().rates());
    } else {
      addConstrained(constraint, filler);
    }
  }

  private void addConstrained(JsonValue constraint, Filler filler) throws CatalogueException {
    String start = constraint.textOf("start_date");
    String hour = constraint.textOf("start_time");
    if (start != null) {
      begin(day(constraint, start));
      filler.fill(last().rates());
    } else if (hour != null && !prices.isEmpty()) {
      String end = String.valueOf(constraint.textOf("end_time"));
      hours(minutes(constraint, hour) + "-" + minutes(constraint, end), filler);
    } else {
      throw problem(constraint, "a constraint that we do not know");
    }
  }

  /** Oldest first; those without a rate are left out. */
  List<ListedPrice> prices() {
    List<ListedPrice> priced = new ArrayList<>();
    for (ListedPrice price : prices) {
      if (!price.rates().isEmpty()) {
        priced.add(price);
      }
    }
    return priced;
  }

  private void begin(@Nullable LocalDate day) {
    if (!prices.isEmpty()) {
      ListedPrice last = last();
      prices.set(prices.size() - 1, last.during(last.from(), day));
    }
    prices.add(new ListedPrice(day, null));
    spansOfWindow.clear();
    ratesOfWindow.clear();
  }

  /** Hours with equal rates are one window; genai-prices writes each span by itself. */
  private void hours(String span, Filler filler) throws CatalogueException {
    String window = "hours" + (ratesOfWindow.size() + 1);
    RateTable rates = new RateTable();
    filler.fill(rates);
    for (Map.Entry<String, RateTable> other : ratesOfWindow.entrySet()) {
      if (other.getValue().isSameAs(rates)) {
        window = other.getKey();
      }
    }
    ratesOfWindow.putIfAbsent(window, rates);
    List<String> spans = spansOfWindow.computeIfAbsent(window, any -> new ArrayList<>());
    spans.add(span);
    ListedPrice price = last();
    price.windows().put(window, Hours.daily(spans));
    String name = window;
    rates.forEach((terms, rate, figure) -> price.rates().put(terms.window(name), rate, figure));
  }

  private ListedPrice last() {
    return prices.get(prices.size() - 1);
  }

  private LocalDate day(JsonValue constraint, String text) throws CatalogueException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw problem(constraint, text + " is no day");
    }
  }

  /** {@code 16:30:00Z} as 16:30. */
  private String minutes(JsonValue constraint, String time) throws CatalogueException {
    if (!time.matches("([01]\\d|2[0-3]):[0-5]\\d:00Z")) {
      throw problem(constraint, time + " is no time of day");
    }
    return time.substring(0, 5);
  }

  private CatalogueException problem(JsonValue at, String what) {
    return new CatalogueException(sourceName + ", line " + at.line() + ": " + what);
  }
}
