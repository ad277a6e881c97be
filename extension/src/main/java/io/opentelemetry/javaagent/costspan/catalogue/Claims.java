package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the sources say about one exact id of one provider. */
final class Claims {

  private final String provider;
  private final String model;
  private final Map<Source, ListedModel> models = new EnumMap<>(Source.class);
  private final Map<Source, LocalDate> dates;

  /**
   * @param dates the day of each source's newest figures
   */
  Claims(String provider, String model, Map<Source, LocalDate> dates) {
    this.provider = provider;
    this.model = model;
    this.dates = dates;
  }

  /** The first that a source says counts. */
  void add(Source source, ListedModel listed) {
    models.putIfAbsent(source, listed);
  }

  String provider() {
    return provider;
  }

  String model() {
    return model;
  }

  String id() {
    return provider + "/" + model;
  }

  Map<Source, ListedModel> models() {
    return models;
  }

  /** The days on which a price that a source knows begins; each begins a period. */
  Set<LocalDate> changes() {
    Set<LocalDate> days = new TreeSet<>();
    for (ListedModel model : models.values()) {
      for (ListedPrice price : model.prices()) {
        addIfKnown(days, price.from());
        addIfKnown(days, price.until());
      }
    }
    return days;
  }

  private static void addIfKnown(Set<LocalDate> days, @Nullable LocalDate day) {
    if (day != null) {
      days.add(day);
    }
  }

  /**
   * What each source says about a period. A source without dates speaks of the day on which it was
   * made: of a period that began later it does not know, and of one that had ended neither.
   */
  Map<Source, ListedPrice> during(@Nullable LocalDate from, @Nullable LocalDate until) {
    Map<Source, ListedPrice> prices = new EnumMap<>(Source.class);
    for (Map.Entry<Source, ListedModel> entry : models.entrySet()) {
      ListedModel listed = entry.getValue();
      LocalDate day = listed.isDated() ? dayIn(from, until) : date(entry.getKey());
      ListedPrice price = new ListedPrice(from, until).covers(day) ? listed.at(day) : null;
      if (price != null) {
        prices.put(entry.getKey(), price);
      }
    }
    return prices;
  }

  /** What each source would answer on a day, whether or not its figures are too old for it. */
  Map<Source, ListedPrice> askedOn(LocalDate day) {
    Map<Source, ListedPrice> prices = new LinkedHashMap<>();
    models.forEach((source, listed) -> {
      ListedPrice price = listed.at(day);
      if (price != null) {
        prices.put(source, price);
      }
    });
    return prices;
  }

  LocalDate date(Source source) {
    LocalDate date = dates.get(source);
    return date == null ? LocalDate.MIN : date;
  }

  /** The latest day in a period on which a source was made, else its last day. */
  LocalDate askIn(@Nullable LocalDate from, @Nullable LocalDate until) {
    LocalDate best = null;
    for (Source source : models.keySet()) {
      LocalDate date = date(source);
      if (new ListedPrice(from, until).covers(date) && (best == null || date.isAfter(best))) {
        best = date;
      }
    }
    return best == null ? dayIn(from, until) : best;
  }

  private static LocalDate dayIn(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (until != null) {
      return until.minusDays(1);
    }
    return from == null ? LocalDate.MAX : from;
  }
}
