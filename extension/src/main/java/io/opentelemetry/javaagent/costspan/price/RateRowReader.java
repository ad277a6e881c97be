package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.price.Rate.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of rates, each for one set of terms. */
final class RateRowReader {

  /** Says that a rate exists and nobody knows it: what it would price has no price. */
  private static final String UNKNOWN = "unknown";

  /** Each row is compared with all others; no provider has a tenth as many terms. */
  private static final int MAX_ROWS = 1_000;

  private static final String TIER = "service_tier";
  private static final String SPEED = "speed";
  private static final String WINDOW = "window";
  private static final String ABOVE = "above_input_tokens";
  private static final String FROM = "from_input_tokens";
  private static final String SIZE = "size";
  private static final String QUALITY = "quality";

  private static final String[] TOKEN_FIELDS =
      fields(Arrays.asList(TIER, SPEED, WINDOW, ABOVE, FROM), Unit.MILLION_TOKENS);
  private static final String[] UNIT_FIELDS =
      fields(Arrays.asList(TIER, SPEED, WINDOW, SIZE, QUALITY), Unit.PIECE, Unit.SECOND);
  private static final String[] TOOL_FIELDS = fields(Collections.emptyList(), Unit.THOUSAND_CALLS);

  private RateRowReader() {}

  static List<RateRow> tokenRows(JsonObject price, String field, List<Window> windows)
      throws PriceBookException {
    return rows(price, field, TOKEN_FIELDS, windows);
  }

  static List<RateRow> unitRows(JsonObject price, String field, List<Window> windows)
      throws PriceBookException {
    return rows(price, field, UNIT_FIELDS, windows);
  }

  static Rates toolFees(JsonObject price, String field) throws PriceBookException {
    if (!price.has(field)) {
      return Rates.NONE;
    }
    JsonObject fees = price.object(field);
    fees.requireOnly(TOOL_FIELDS);
    return rates(fees);
  }

  private static List<RateRow> rows(
      JsonObject price, String field, String[] known, List<Window> windows)
      throws PriceBookException {
    if (!price.has(field)) {
      return Collections.emptyList();
    }
    List<RateRow> rows = new ArrayList<>();
    for (JsonObject json : price.objects(field)) {
      if (rows.size() >= MAX_ROWS) {
        throw price.problem(field, "has more than " + MAX_ROWS + " rows");
      }
      json.requireOnly(known);
      RateRow row = row(json, windows);
      for (RateRow other : rows) {
        if (row.hasTermsOf(other)) {
          throw json.problem("this row", "is for terms that have their rates already");
        }
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw price.problem(field, "has no rates in it");
    }
    return Collections.unmodifiableList(rows);
  }

  private static RateRow row(JsonObject json, List<Window> windows) throws PriceBookException {
    Rates rates = rates(json);
    if (rates.isEmpty()) {
      throw json.problem("this row", "has no rate in it");
    }
    return new RateRow(
        CallTerms.tierServed(json.has(TIER) ? json.text(TIER) : null),
        json.has(SPEED) ? json.text(SPEED) : RateRow.STANDARD,
        window(json, windows),
        fromInputTokens(json),
        json.has(SIZE) ? json.text(SIZE) : null,
        json.has(QUALITY) ? json.text(QUALITY) : null,
        rates);
  }

  private static @Nullable String window(JsonObject row, List<Window> windows)
      throws PriceBookException {
    if (!row.has(WINDOW)) {
      return null;
    }
    String name = row.text(WINDOW);
    for (Window window : windows) {
      if (window.name().equals(name)) {
        return name;
      }
    }
    throw row.problem(WINDOW, "is none of the windows of this price");
  }

  private static long fromInputTokens(JsonObject row) throws PriceBookException {
    if (row.has(ABOVE) && row.has(FROM)) {
      throw row.problem(ABOVE, "and " + FROM + " cannot both be there");
    }
    if (row.has(ABOVE)) {
      return row.count(ABOVE) + 1;
    }
    return row.has(FROM) ? row.count(FROM) : 0;
  }

  private static Rates rates(JsonObject row) throws PriceBookException {
    Map<Rate, @Nullable BigDecimal> rates = new EnumMap<>(Rate.class);
    for (Rate rate : Rate.values()) {
      String field = rate.field();
      if (row.has(field)) {
        rates.put(rate, row.text(field).equals(UNKNOWN) ? null : row.decimal(field));
      }
    }
    return Rates.of(rates);
  }

  private static String[] fields(List<String> terms, Unit... units) {
    List<String> fields = new ArrayList<>(terms);
    for (Rate rate : Rate.values()) {
      if (Arrays.asList(units).contains(rate.unit())) {
        fields.add(rate.field());
      }
    }
    return fields.toArray(new String[0]);
  }
}
