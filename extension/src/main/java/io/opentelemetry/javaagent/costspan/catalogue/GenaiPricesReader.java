package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.catalogue.JsonValue.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads genai-prices: USD per million tokens (or what the key says), with tiers above a number of
 * input tokens, and several prices by start date and time of day.
 */
final class GenaiPricesReader {

  private final String sourceName;
  private final Numbers numbers;
  private final PriceList list;

  private GenaiPricesReader(String sourceName, LocalDate date) {
    this.sourceName = sourceName;
    this.numbers = new Numbers(sourceName);
    this.list = new PriceList(Source.GENAI_PRICES, date);
  }

  static PriceList read(String json, String sourceName, LocalDate date) throws CatalogueException {
    GenaiPricesReader reader = new GenaiPricesReader(sourceName, date);
    for (JsonValue provider : JsonDocument.read(json, sourceName).items()) {
      reader.provider(provider);
    }
    return reader.list;
  }

  private void provider(JsonValue provider) throws CatalogueException {
    String theirs = provider.textOf("id");
    if (theirs == null) {
      throw problem(provider, "a provider without an id");
    }
    for (JsonValue model : provider.itemsOf("models")) {
      String id = model.textOf("id");
      if (id == null) {
        throw problem(model, "a model of " + theirs + " without an id");
      }
      model(theirs, id, model);
    }
  }

  private void model(String theirs, String id, JsonValue model) throws CatalogueException {
    String provider = providerOf(theirs, id);
    String objection = provider == null
        ? "a provider whose prices no call is billed by"
        : ModelIds.objection(provider, id);
    if (provider == null || objection != null) {
      list.skip(theirs + "/" + id, String.valueOf(objection));
      return;
    }
    JsonValue match = model.get("match");
    List<String> ids = GenaiIds.of(provider, id, match == null ? model : match);
    ids.removeIf(other -> ModelIds.objection(provider, other) != null);
    GenaiHistory history = new GenaiHistory(sourceName);
    JsonValue prices = model.get("prices");
    if (prices != null && prices.is(Kind.ARRAY)) {
      for (JsonValue price : prices.items()) {
        history.add(
            price.get("constraint"), rates -> fill(rates, provider, id, price.get("prices")));
      }
    } else {
      history.add(null, rates -> fill(rates, provider, id, prices));
    }
    add(theirs + "/" + id, provider, ids, history.prices());
  }

  /** Google's list is that of the Gemini API and of Vertex; Claude is only on Vertex. */
  private static @Nullable String providerOf(String theirs, String id) {
    boolean vertex = theirs.equals("google") && (id.startsWith("claude-") || id.endsWith("-maas"));
    return vertex ? "gcp.vertex_ai" : Providers.of(theirs);
  }

  private void add(String what, String provider, List<String> ids, List<ListedPrice> prices) {
    if (ids.isEmpty() || prices.isEmpty()) {
      list.skip(what, "no price");
    } else {
      list.add(new ListedModel(provider, ids.get(0), ids, prices));
    }
  }

  private void fill(RateTable rates, String provider, String id, @Nullable JsonValue prices)
      throws CatalogueException {
    if (prices == null) {
      return;
    }
    for (Map.Entry<String, JsonValue> price : prices.fields().entrySet()) {
      String key = price.getKey();
      String place = provider + "/" + id + " " + key;
      RateName tokens = GenaiRates.perMillionTokens(key);
      if (tokens != null) {
        tokens(rates, id, tokens, price.getValue(), place);
      } else {
        other(rates, provider, id, key, price.getValue(), place);
      }
    }
  }

  private void tokens(RateTable rates, String id, RateName rate, JsonValue value, String place)
      throws CatalogueException {
    put(rates, Terms.STANDARD, rate, base(value), place);
    for (JsonValue tier : value.itemsOf("tiers")) {
      long start = numbers.count(tier.get("start"), place);
      if (start > 0) {
        Terms terms = Brackets.above(Terms.STANDARD, id, start);
        put(rates, terms, rate, tier.get("price"), place);
      }
    }
  }

  private static @Nullable JsonValue base(JsonValue value) {
    return value.is(Kind.OBJECT) ? value.get("base") : value;
  }

  private void put(
      RateTable rates, Terms terms, RateName rate, @Nullable JsonValue value, String place)
      throws CatalogueException {
    Figure figure = numbers.rate(value, 0, place);
    if (figure != null) {
      rates.put(terms, rate, figure);
    }
  }

  private void other(
      RateTable rates, String provider, String id, String key, JsonValue value, String place)
      throws CatalogueException {
    RateName rate = GenaiRates.other(key, provider, id);
    if (rate == null) {
      list.skip(place, "a kind of price that we do not know");
      return;
    }
    Figure figure = GenaiRates.figure(numbers, key, rate, value, place);
    // What a request costs at Perplexity varies with the size of the search; the list has the most.
    boolean varies = rate == RateName.REQUEST && provider.equals("perplexity");
    if (figure != null) {
      rates.put(Terms.STANDARD, rate, varies ? Figure.UNKNOWN : figure);
    }
  }

  private CatalogueException problem(JsonValue at, String what) {
    return new CatalogueException(sourceName + ", line " + at.line() + ": " + what);
  }
}
