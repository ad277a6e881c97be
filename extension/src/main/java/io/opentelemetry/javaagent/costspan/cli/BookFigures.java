package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.Agreement;
import io.opentelemetry.javaagent.costspan.price.Listing;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that a book says, as figures with names below what they are about: to be compared. */
final class BookFigures {

  private final Map<String, Map<String, String>> figures = new TreeMap<>();

  private BookFigures() {}

  /** Of every entry and agreement what it says, those of single tenants apart. */
  static Map<String, Map<String, String>> of(PriceBook book) {
    BookFigures all = new BookFigures();
    all.add("", book.listings(), book.agreements());
    for (String tenant : book.tenants()) {
      all.add("tenant " + tenant + ": ", book.listingsOf(tenant), book.agreementsOf(tenant));
    }
    return all.figures;
  }

  private void add(String whose, Iterable<Listing> listings, Iterable<Agreement> agreements) {
    for (Listing listing : listings) {
      addListing(below(whose + listing.id()), listing);
    }
    for (Agreement agreement : agreements) {
      String kind = agreement.kind().name().toLowerCase(Locale.ROOT);
      below(whose + kind + " " + agreement.of()).put(agreement.period(), agreement.says());
    }
  }

  private static void addListing(Map<String, String> below, Listing listing) {
    if (!listing.aliases().isEmpty()) {
      below.put("aliases", String.join(" ", new TreeSet<>(listing.aliases())));
    }
    for (Listing.Figure figure : listing.figures()) {
      below.put(figure.period() + ", " + figure.terms() + ", " + figure.name(), figure.value());
    }
  }

  private Map<String, String> below(String name) {
    return figures.computeIfAbsent(name, any -> new TreeMap<>());
  }
}
