package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the price of one period. Days begin at 00:00 UTC. */
final class DatedPriceReader {

  private static final String TOKENS = "usd_per_million_tokens";
  private static final String UNITS = "usd_per_unit";
  private static final String TOOLS = "usd_per_thousand";

  private DatedPriceReader() {}

  static DatedPrice read(JsonObject price) throws PriceBookException {
    price.requireOnly("from", "until", "windows", TOKENS, UNITS, TOOLS, "region");
    if (!price.has(TOKENS) && !price.has(UNITS) && !price.has(TOOLS)) {
      throw price.problem(TOKENS, "is missing, and so are " + UNITS + " and " + TOOLS);
    }
    List<Window> windows = WindowReader.read(price);
    Term term = Term.read(price, "the price");
    return new DatedPrice(
        term.from(),
        term.until(),
        windows,
        RateRowReader.tokenRows(price, TOKENS, windows),
        RateRowReader.unitRows(price, UNITS, windows),
        RateRowReader.toolFees(price, TOOLS),
        timesByRegion(price));
  }

  private static Map<String, BigDecimal> timesByRegion(JsonObject price) throws PriceBookException {
    if (!price.has("region")) {
      return Collections.emptyMap();
    }
    Map<String, BigDecimal> times = new HashMap<>();
    JsonObject json = price.object("region");
    for (String region : json.names()) {
      times.put(region, json.decimal(region));
    }
    return Collections.unmodifiableMap(times);
  }
}
