package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads pi-ai's models: USD per million tokens, long tiers above a number of input tokens. */
final class PiAiReader {

  private static final Map<RateName, String> FIELDS = fields();

  private final Numbers numbers;
  private final PriceList list;

  private PiAiReader(String sourceName, LocalDate date) {
    this.numbers = new Numbers(sourceName);
    this.list = new PriceList(Source.PI_AI, date);
  }

  static PriceList read(String json, String sourceName, LocalDate date) throws CatalogueException {
    PiAiReader reader = new PiAiReader(sourceName, date);
    JsonValue root = JsonDocument.read(json, sourceName);
    for (Map.Entry<String, JsonValue> provider : root.fieldsOf("providers").entrySet()) {
      reader.provider(provider.getKey(), provider.getValue());
    }
    return reader.list;
  }

  private void provider(String theirs, JsonValue models) throws CatalogueException {
    String provider = Providers.of(theirs);
    for (Map.Entry<String, JsonValue> model : models.fields().entrySet()) {
      String what = theirs + "/" + model.getKey();
      String objection = provider == null
          ? "a provider whose prices no call is billed by"
          : ModelIds.objection(provider, model.getKey());
      if (provider == null || objection != null) {
        list.skip(what, String.valueOf(objection));
      } else {
        model(provider, model.getKey(), model.getValue(), what);
      }
    }
  }

  private void model(String provider, String id, JsonValue model, String what)
      throws CatalogueException {
    ListedPrice price = ListedPrice.always();
    JsonValue cost = model.get("cost");
    rates(price, Terms.STANDARD, cost, what);
    if (cost != null) {
      for (JsonValue tier : cost.itemsOf("tiers")) {
        rates(price, bracket(id, tier, what), tier, what);
      }
    }
    if (price.rates().isEmpty()) {
      list.skip(what, "no price");
    } else {
      list.add(
          new ListedModel(provider, id, Collections.emptyList(), Collections.singletonList(price)));
    }
  }

  private Terms bracket(String id, JsonValue tier, String what) throws CatalogueException {
    long above = numbers.count(tier.get("inputTokensAbove"), what);
    if (above == 0) {
      throw new CatalogueException(what + ", line " + tier.line() + ": a tier above nothing");
    }
    return Brackets.above(Terms.STANDARD, id, above);
  }

  private void rates(ListedPrice price, Terms terms, @Nullable JsonValue cost, String what)
      throws CatalogueException {
    for (Map.Entry<RateName, String> field : FIELDS.entrySet()) {
      JsonValue value = cost == null ? null : cost.get(field.getValue());
      Figure figure = numbers.rate(value, 0, what + " " + field.getValue());
      if (figure != null) {
        price.rates().put(terms, field.getKey(), figure);
      }
    }
  }

  private static Map<RateName, String> fields() {
    Map<RateName, String> fields = new EnumMap<>(RateName.class);
    fields.put(RateName.INPUT, "input");
    fields.put(RateName.OUTPUT, "output");
    fields.put(RateName.CACHE_READ, "cacheRead");
    fields.put(RateName.CACHE_WRITE_5M, "cacheWrite");
    return fields;
  }
}
