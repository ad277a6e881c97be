package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the token rates for one set of terms. */
final class RateCardReader {

  /** Says that a rate exists and nobody knows it: what it would price has no price. */
  private static final String UNKNOWN = "unknown";

  private static final String[] FIELDS = fields();

  private RateCardReader() {}

  static RateCard read(JsonObject card) throws PriceBookException {
    card.requireOnly(FIELDS);
    if (!card.has(Rate.INPUT.field())) {
      throw card.problem(Rate.INPUT.field(), "is missing");
    }
    boolean longContext = card.has("context");
    if (longContext && !card.text("context").equals("long")) {
      throw card.problem("context", "is not \"long\"");
    }
    return RateCard.of(
        termsOr(card, "service_tier"), termsOr(card, "speed"), longContext, rates(card));
  }

  private static String termsOr(JsonObject card, String field) throws PriceBookException {
    return card.has(field) ? card.text(field) : RateCard.STANDARD;
  }

  private static Map<Rate, @Nullable BigDecimal> rates(JsonObject card) throws PriceBookException {
    Map<Rate, @Nullable BigDecimal> rates = new HashMap<>();
    for (Rate rate : Rate.values()) {
      String field = rate.field();
      if (card.has(field)) {
        rates.put(rate, card.text(field).equals(UNKNOWN) ? null : card.decimal(field));
      }
    }
    return rates;
  }

  private static String[] fields() {
    List<String> fields = new ArrayList<>();
    fields.add("service_tier");
    fields.add("speed");
    fields.add("context");
    for (Rate rate : Rate.values()) {
      fields.add(rate.field());
    }
    return fields.toArray(new String[0]);
  }
}
