package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.catalogue.RateName.Per;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes one price of an entry. A rate that its default says already is left out. */
final class PriceText {

  private static final String ROW = "\n         ";

  private PriceText() {}

  static String of(ListedPrice price) {
    List<String> fields = new ArrayList<>();
    if (price.from() != null) {
      fields.add(JsonText.field("from", JsonText.quoted(price.from().toString())));
    }
    if (price.until() != null) {
      fields.add(JsonText.field("until", JsonText.quoted(price.until().toString())));
    }
    addWindows(fields, price.windows());
    addRows(fields, price.rates(), Per.MILLION_TOKENS);
    addRows(fields, price.rates(), Per.UNIT);
    List<String> fees = rates(price.rates(), Terms.STANDARD, Per.THOUSAND);
    if (!fees.isEmpty()) {
      fields.add(JsonText.field(Per.THOUSAND.field(), object(fees)));
    }
    addRegions(fields, price.timesByRegion());
    return object(fields);
  }

  private static void addRows(List<String> fields, RateTable table, Per per) {
    List<String> rows = new ArrayList<>();
    for (Terms terms : table.terms()) {
      List<String> rates = rates(table, terms, per);
      if (!rates.isEmpty()) {
        List<String> row = new ArrayList<>();
        terms
            .fields()
            .forEach((name, value) -> row.add(JsonText.field(
                name,
                value instanceof Long ? value.toString() : JsonText.quoted(value.toString()))));
        row.addAll(rates);
        rows.add(object(row));
      }
    }
    if (!rows.isEmpty()) {
      String before = rows.size() == 1 ? "" : ROW;
      fields.add(JsonText.field(per.field(), "[" + before + String.join("," + ROW, rows) + "]"));
    }
  }

  private static List<String> rates(RateTable table, Terms terms, Per per) {
    List<String> rates = new ArrayList<>();
    table.ratesOf(terms).forEach((rate, figure) -> {
      RateName otherwise = rate.otherwise();
      boolean isDefault = otherwise != null && figure.equals(table.effective(terms, otherwise));
      if (rate.per() == per && !isDefault) {
        rates.add(JsonText.field(rate.field(), JsonText.quoted(figure.text())));
      }
    });
    return rates;
  }

  private static void addWindows(List<String> fields, Map<String, Hours> windows) {
    List<String> json = new ArrayList<>();
    windows.forEach((name, hours) -> {
      List<String> parts = new ArrayList<>();
      if (!hours.days().isEmpty()) {
        parts.add(JsonText.field("days", JsonText.array(hours.days())));
      }
      parts.add(JsonText.field("utc", JsonText.array(hours.utc())));
      if (!hours.except().isEmpty()) {
        parts.add(JsonText.field("except", JsonText.array(hours.except())));
      }
      json.add(JsonText.field(name, object(parts)));
    });
    if (!json.isEmpty()) {
      fields.add(JsonText.field("windows", object(json)));
    }
  }

  private static void addRegions(List<String> fields, Map<String, BigDecimal> regions) {
    List<String> json = new ArrayList<>();
    regions.forEach((region, times) -> json.add(
        JsonText.field(region, JsonText.quoted(times.stripTrailingZeros().toPlainString()))));
    if (!json.isEmpty()) {
      fields.add(JsonText.field("region", object(json)));
    }
  }

  private static String object(List<String> fields) {
    return "{" + String.join(", ", fields) + "}";
  }
}
