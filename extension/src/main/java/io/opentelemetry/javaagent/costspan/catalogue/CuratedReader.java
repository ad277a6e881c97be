package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.catalogue.JsonValue.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads entries in the format of our book, strictly: a field that it does not know is a mistake. */
final class CuratedReader {

  private static final Set<String> TERMS = new TreeSet<>(Arrays.asList(
      "service_tier",
      "speed",
      "window",
      "size",
      "quality",
      "above_input_tokens",
      "from_input_tokens"));

  private final String sourceName;
  private final Numbers numbers;

  private CuratedReader(String sourceName) {
    this.sourceName = sourceName;
    this.numbers = new Numbers(sourceName);
  }

  static CuratedBook read(String json, String sourceName) throws CatalogueException {
    return new CuratedReader(sourceName).book(JsonDocument.read(json, sourceName));
  }

  private CuratedBook book(JsonValue root) throws CatalogueException {
    requireOnly(root, "about", "sources", "entries");
    Map<String, String> sources = new LinkedHashMap<>();
    root.fieldsOf("sources").forEach((name, words) -> sources.put(name, words.text()));
    List<Entry> entries = new ArrayList<>();
    for (JsonValue entry : root.itemsOf("entries")) {
      entries.add(entry(entry));
    }
    return new CuratedBook(texts(root, "about"), sources, entries);
  }

  private Entry entry(JsonValue entry) throws CatalogueException {
    requireOnly(entry, "id", "aliases", "sources", "checked", "note", "prices");
    String id = String.valueOf(entry.textOf("id"));
    int slash = id.indexOf('/');
    if (slash <= 0) {
      throw problem(entry, "an entry whose id is not provider/model");
    }
    List<ListedPrice> prices = new ArrayList<>();
    for (JsonValue price : entry.itemsOf("prices")) {
      prices.add(price(price, id));
    }
    if (prices.isEmpty()) {
      throw problem(entry, id + " has no price");
    }
    return new Entry(
        new ListedModel(
            id.substring(0, slash), id.substring(slash + 1), texts(entry, "aliases"), prices),
        texts(entry, "sources"),
        textOr(entry, "checked"),
        textOr(entry, "note"));
  }

  private ListedPrice price(JsonValue json, String id) throws CatalogueException {
    requireOnly(
        json,
        "from",
        "until",
        "windows",
        "usd_per_million_tokens",
        "usd_per_unit",
        "usd_per_thousand",
        "region");
    ListedPrice price = new ListedPrice(day(json, "from"), day(json, "until"));
    for (Map.Entry<String, JsonValue> window : json.fieldsOf("windows").entrySet()) {
      price.windows().put(window.getKey(), hours(window.getValue()));
    }
    for (RateName.Per per : new RateName.Per[] {RateName.Per.MILLION_TOKENS, RateName.Per.UNIT}) {
      for (JsonValue row : json.itemsOf(per.field())) {
        rates(price, terms(row), row, per, id);
      }
    }
    JsonValue fees = json.get(RateName.Per.THOUSAND.field());
    if (fees != null) {
      rates(price, Terms.STANDARD, fees, RateName.Per.THOUSAND, id);
    }
    for (Map.Entry<String, JsonValue> region : json.fieldsOf("region").entrySet()) {
      Figure times = numbers.rate(region.getValue(), 0, id + " region");
      if (times != null && times.usd() != null) {
        price.timesByRegion().put(region.getKey(), times.usd());
      }
    }
    return price;
  }

  private void rates(ListedPrice price, Terms terms, JsonValue row, RateName.Per per, String id)
      throws CatalogueException {
    for (Map.Entry<String, JsonValue> field : row.fields().entrySet()) {
      RateName rate = RateName.of(field.getKey());
      if (rate != null && rate.per() == per) {
        boolean unknown = field.getValue().text().equals("unknown");
        Figure figure =
            unknown ? Figure.UNKNOWN : numbers.rate(field.getValue(), 0, id + " " + rate.field());
        if (figure == null || !price.rates().putIfAbsent(terms, rate, figure)) {
          throw problem(row, id + " has " + rate.field() + " twice for its terms, or none");
        }
      } else if (per == RateName.Per.THOUSAND || !TERMS.contains(field.getKey())) {
        throw problem(row, id + " has " + field.getKey() + ", which is no field here");
      }
    }
  }

  private Terms terms(JsonValue row) throws CatalogueException {
    Terms terms = Terms.STANDARD
        .tier(textOr(row, "service_tier"))
        .speed(textOr(row, "speed"))
        .window(textOr(row, "window"))
        .image(textOr(row, "size"), textOr(row, "quality"));
    long above = numbers.count(row.get("above_input_tokens"), "above_input_tokens");
    long from = numbers.count(row.get("from_input_tokens"), "from_input_tokens");
    if (from > 0) {
      return terms.from(from);
    }
    return above > 0 ? terms.above(above) : terms;
  }

  private Hours hours(JsonValue json) throws CatalogueException {
    requireOnly(json, "days", "utc", "except");
    return new Hours(texts(json, "days"), texts(json, "utc"), texts(json, "except"));
  }

  private @Nullable LocalDate day(JsonValue json, String field) throws CatalogueException {
    String text = json.textOf(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw problem(json, text + " is no day");
    }
  }

  private static List<String> texts(JsonValue json, String field) {
    List<String> texts = new ArrayList<>();
    json.itemsOf(field).forEach(item -> texts.add(item.text()));
    return texts;
  }

  private static String textOr(JsonValue json, String field) {
    String text = json.textOf(field);
    return text == null ? "" : text;
  }

  private void requireOnly(JsonValue json, String... known) throws CatalogueException {
    if (!json.is(Kind.OBJECT)) {
      throw problem(json, "an object was expected");
    }
    for (String field : json.fields().keySet()) {
      if (!Arrays.asList(known).contains(field)) {
        throw problem(json, field + " is no field here");
      }
    }
  }

  private CatalogueException problem(JsonValue at, String what) {
    return new CatalogueException(sourceName + ", line " + at.line() + ": " + what);
  }
}
