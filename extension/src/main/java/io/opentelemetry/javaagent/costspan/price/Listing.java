package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a book says about one model, flat, for people who read or compare it. Immutable. */
public final class Listing {

  private final PriceEntry entry;
  private final List<Figure> figures;

  Listing(PriceEntry entry) {
    this(entry, entry.prices());
  }

  private Listing(PriceEntry entry, List<DatedPrice> prices) {
    this.entry = entry;
    List<Figure> all = new ArrayList<>();
    for (DatedPrice price : prices) {
      addFigures(all, price);
    }
    this.figures = Collections.unmodifiableList(all);
  }

  /** {@code provider/model}. */
  public String id() {
    return entry.id();
  }

  public String provider() {
    return entry.provider();
  }

  /** The other ids that the model answers to. */
  public List<String> aliases() {
    return entry.models().subList(1, entry.models().size());
  }

  public List<String> sources() {
    return entry.sources();
  }

  /** Day of the last comparison by a person; null when nobody says. */
  public @Nullable String checked() {
    return entry.checked();
  }

  public @Nullable String note() {
    return entry.note();
  }

  /** Version of the book that the entry is from. */
  public String version() {
    return entry.version();
  }

  /** The same with the figures of one instant only: none when no price was in force. */
  public Listing at(Instant instant) {
    DatedPrice price = entry.at(instant);
    return new Listing(
        entry, price == null ? Collections.emptyList() : Collections.singletonList(price));
  }

  /** Every rate, fee and factor of every period, in the order of the book. */
  public List<Figure> figures() {
    return figures;
  }

  private static void addFigures(List<Figure> all, DatedPrice price) {
    String period = Period.of(price);
    price.tokenRows().forEach(row -> addRates(all, period, row.terms(), row.rates()));
    price.unitRows().forEach(row -> addRates(all, period, row.terms(), row.rates()));
    addRates(all, period, "any terms", price.toolFees());
    Map<String, BigDecimal> regions = new TreeMap<>(price.timesByRegion());
    regions.forEach((region, times) -> all.add(
        new Figure(period, "any terms", "region " + region, times.toPlainString(), "times")));
    price
        .windows()
        .forEach(window -> all.add(
            new Figure(period, "any terms", "window " + window.name(), window.toString(), "UTC")));
  }

  private static void addRates(List<Figure> all, String period, String terms, Rates rates) {
    for (Rate rate : Rate.values()) {
      String written = rates.written(rate);
      if (written != null) {
        all.add(new Figure(
            period, terms, rate.field(), written, "USD per " + rate.unit().words()));
      }
    }
  }

  /** One figure and where it stands. Immutable. */
  public static final class Figure {

    private final String period;
    private final String terms;
    private final String name;
    private final String value;
    private final String unit;

    Figure(String period, String terms, String name, String value, String unit) {
      this.period = period;
      this.terms = terms;
      this.name = name;
      this.value = value;
      this.unit = unit;
    }

    /** {@code always}, or from when until when. */
    public String period() {
      return period;
    }

    /** {@code standard}, or what is special about the calls that it is for. */
    public String terms() {
      return terms;
    }

    /** The name in the book: {@code input}, {@code cache_read}, {@code web_search}. */
    public String name() {
      return name;
    }

    /** A decimal, or {@code unknown}. */
    public String value() {
      return value;
    }

    public String unit() {
      return unit;
    }
  }
}
