package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the price of one period. Days begin at 00:00 UTC. */
final class DatedPriceReader {

  private static final int THOUSAND = 3;

  private DatedPriceReader() {}

  static DatedPrice read(JsonObject price) throws PriceBookException {
    price.requireOnly(
        "from",
        "until",
        "long_context",
        "usd_per_million_tokens",
        "usd_per_thousand",
        "inference_geo");
    Instant from = price.has("from") ? startOf(price, "from") : Instant.MIN;
    Instant until = price.has("until") ? startOf(price, "until") : Instant.MAX;
    if (!from.isBefore(until)) {
      throw price.problem("until", "is not after the day from which the price applies");
    }
    return new DatedPrice(
        from, until, longContextFrom(price), cards(price), usdPerCall(price), timesByGeo(price));
  }

  private static Instant startOf(JsonObject price, String field) throws PriceBookException {
    return price.day(field).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static long longContextFrom(JsonObject price) throws PriceBookException {
    if (!price.has("long_context")) {
      return DatedPrice.NO_LONG_CONTEXT;
    }
    JsonObject longContext = price.object("long_context");
    longContext.requireOnly("above_input_tokens", "from_input_tokens");
    if (longContext.has("above_input_tokens") == longContext.has("from_input_tokens")) {
      throw longContext.problem("above_input_tokens", "or from_input_tokens is needed, not both");
    }
    return longContext.has("from_input_tokens")
        ? longContext.count("from_input_tokens")
        : longContext.count("above_input_tokens") + 1;
  }

  private static List<RateCard> cards(JsonObject price) throws PriceBookException {
    List<RateCard> cards = new ArrayList<>();
    for (JsonObject json : price.objects("usd_per_million_tokens")) {
      if (json.has("context") && !price.has("long_context")) {
        throw json.problem("context", "needs a long_context that says where it begins");
      }
      RateCard card = RateCardReader.read(json);
      for (RateCard other : cards) {
        if (card.hasTermsOf(other)) {
          throw json.problem("input", "is for terms that have their rates already");
        }
      }
      cards.add(card);
    }
    if (cards.isEmpty()) {
      throw price.problem("usd_per_million_tokens", "has no rates in it");
    }
    return Collections.unmodifiableList(cards);
  }

  private static Map<String, BigDecimal> usdPerCall(JsonObject price) throws PriceBookException {
    if (!price.has("usd_per_thousand")) {
      return Collections.emptyMap();
    }
    JsonObject fees = price.object("usd_per_thousand");
    fees.requireOnly(Tariff.WEB_SEARCH);
    BigDecimal usdPerThousand = fees.decimal(Tariff.WEB_SEARCH);
    return Collections.singletonMap(Tariff.WEB_SEARCH, usdPerThousand.movePointLeft(THOUSAND));
  }

  private static Map<String, BigDecimal> timesByGeo(JsonObject price) throws PriceBookException {
    Map<String, BigDecimal> times = new HashMap<>();
    if (price.has("inference_geo")) {
      JsonObject json = price.object("inference_geo");
      for (String geo : json.names()) {
        times.put(geo, json.decimal(geo));
      }
    }
    return Collections.unmodifiableMap(times);
  }
}
