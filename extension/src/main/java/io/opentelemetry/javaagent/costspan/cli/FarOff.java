package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.Listing;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rates of a user's book that are far from those of the bundled entry that they replace: most often
 * a rate per token or per thousand tokens that was written as one per million.
 */
final class FarOff {

  private static final BigDecimal FAR = BigDecimal.TEN;

  private FarOff() {}

  /** Writes one line per entry, about the first such rate. */
  static void warn(String file, PriceBook book, PriceBook bundled, Instant now, Console console) {
    for (Listing listing : book.listings()) {
      Listing replaced = bundled.listing(listing.id());
      String first = replaced == null ? null : first(listing, replaced.at(now));
      if (first != null) {
        console.complain(file + ": warning: " + listing.id() + ": " + first);
      }
    }
  }

  private static @Nullable String first(Listing listing, Listing replaced) {
    Map<String, Listing.Figure> known = new HashMap<>();
    for (Listing.Figure figure : replaced.figures()) {
      known.put(name(figure), figure);
    }
    for (Listing.Figure figure : listing.figures()) {
      Listing.Figure other = known.get(name(figure));
      if (other != null && areFarApart(usd(figure), usd(other))) {
        return name(figure)
            + " is "
            + figure.value()
            + " "
            + figure.unit()
            + ", in the bundled book "
            + other.value();
      }
    }
    return null;
  }

  private static String name(Listing.Figure figure) {
    return figure.terms() + ", " + figure.name();
  }

  private static boolean areFarApart(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one != null
        && other != null
        && one.max(other).compareTo(one.min(other).multiply(FAR)) > 0;
  }

  /** Null for what is no rate, or is unknown. */
  private static @Nullable BigDecimal usd(Listing.Figure figure) {
    return figure.unit().startsWith("USD") && !figure.value().equals("unknown")
        ? new BigDecimal(figure.value())
        : null;
  }
}
