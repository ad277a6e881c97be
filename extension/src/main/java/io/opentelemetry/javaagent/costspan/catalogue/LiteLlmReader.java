package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.catalogue.JsonValue.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads LiteLLM's catalogue: USD per token, piece, second; terms are part of the names of fields. */
final class LiteLlmReader {

  private static final Figure LEAST = Figure.of(new BigDecimal("0.001"));
  private static final Figure MOST = Figure.of(new BigDecimal("1000"));

  private final Numbers numbers;
  private final PriceList list;
  private final Map<String, ListedPrice> priceById = new LinkedHashMap<>();

  private LiteLlmReader(String sourceName, LocalDate date) {
    this.numbers = new Numbers(sourceName);
    this.list = new PriceList(Source.LITELLM, date);
  }

  static PriceList read(String json, String sourceName, LocalDate date) throws CatalogueException {
    LiteLlmReader reader = new LiteLlmReader(sourceName, date);
    JsonValue root = JsonDocument.read(json, sourceName);
    if (!root.is(Kind.OBJECT)) {
      throw new CatalogueException(sourceName + ": a LiteLLM catalogue is a JSON object");
    }
    for (Map.Entry<String, JsonValue> model : root.fields().entrySet()) {
      reader.model(model.getKey(), model.getValue());
    }
    reader.finish();
    return reader.list;
  }

  private void model(String key, JsonValue model) throws CatalogueException {
    String theirs = model.textOf("litellm_provider");
    if (theirs == null) {
      int slash = key.indexOf('/');
      theirs = slash <= 0 ? "" : key.substring(0, slash);
    }
    String provider = theirs.isEmpty() ? null : Providers.of(theirs);
    LiteLlmKey name = LiteLlmKey.of(key, theirs);
    String objection = objection(provider, key, name, model);
    if (provider == null || objection != null) {
      list.skip(key, String.valueOf(objection));
      return;
    }
    ListedPrice price =
        priceById.computeIfAbsent(provider + "/" + name.id(), id -> ListedPrice.always());
    if (name.isImage()) {
      image(price, name, model, key);
    } else {
      fill(price, provider, name.id(), model, key);
    }
  }

  private static @Nullable String objection(
      @Nullable String provider, String key, LiteLlmKey name, JsonValue model) {
    if (provider == null) {
      return "a provider whose prices no call is billed by";
    }
    String mode = String.valueOf(model.textOf("mode"));
    if (mode.equals("search") || mode.equals("vector_store")) {
      return "no model";
    }
    String objection = LiteLlmKey.objection(key);
    if (objection == null && !provider.matches("[a-z0-9_.]{1,60}")) {
      return "a provider whose name no call has";
    }
    return objection == null ? ModelIds.objection(provider, name.id()) : objection;
  }

  private void image(ListedPrice price, LiteLlmKey name, JsonValue model, String key)
      throws CatalogueException {
    for (String field : new String[] {"output_cost_per_image", "input_cost_per_image"}) {
      Figure figure = numbers.rate(model.get(field), 0, key + " " + field);
      if (figure != null) {
        price.rates().putIfAbsent(name.imageTerms(), RateName.IMAGE, figure);
      }
    }
  }

  /** A slip of units: the dearest model has 600 USD per million tokens, the cheapest 0.005. */
  private static boolean isOfAPricesSize(RateTable rates) {
    Figure input = rates.get(Terms.STANDARD, RateName.INPUT);
    Figure output = rates.get(Terms.STANDARD, RateName.OUTPUT);
    return (input == null || (input.isAbove(LEAST) && MOST.isAbove(input)))
        && (output == null || MOST.isAbove(output));
  }

  /** Two keys may lead to one id, as a model of Vertex with and without prefix; the first counts. */
  private void fill(ListedPrice price, String provider, String id, JsonValue model, String key)
      throws CatalogueException {
    RateTable rates = new RateTable();
    tokens(rates, id, model, key);
    for (JsonValue tier : model.itemsOf("tiered_pricing")) {
      tier(rates, id, tier, key);
    }
    if (!isOfAPricesSize(rates)) {
      list.skip(key, "a price per token of a size that none has");
      return;
    }
    new LiteLlmUnits(numbers, model, key, rates).add();
    LiteLlmFees.add(numbers, provider, id, model, key, rates);
    if (price.rates().get(Terms.STANDARD, RateName.INPUT) == null) {
      price.rates().putAll(rates);
      regions(price, model, key);
    } else if (!rates.isEmpty() && !price.rates().isSameAs(rates)) {
      list.skip(key, "a second price for one model");
    }
  }

  private void tokens(RateTable rates, String id, JsonValue model, String key)
      throws CatalogueException {
    for (Map.Entry<String, JsonValue> entry : model.fields().entrySet()) {
      LiteLlmField field = LiteLlmField.of(entry.getKey(), id);
      if (field != null) {
        Figure figure = numbers.rate(entry.getValue(), 6, key + " " + entry.getKey());
        if (figure != null) {
          rates.put(field.terms(), field.rate(), figure);
        }
      }
    }
  }

  private void tier(RateTable rates, String id, JsonValue tier, String key)
      throws CatalogueException {
    if (tier.itemsOf("range").isEmpty()) {
      return;
    }
    long above = numbers.count(tier.itemsOf("range").get(0), key + " range");
    RateTable ofTier = new RateTable();
    tokens(ofTier, id, tier, key);
    for (Map.Entry<RateName, Figure> rate : ofTier.ratesOf(Terms.STANDARD).entrySet()) {
      Terms terms = above == 0 ? Terms.STANDARD : Brackets.above(Terms.STANDARD, id, above);
      rates.put(terms, rate.getKey(), rate.getValue());
    }
  }

  private void regions(ListedPrice price, JsonValue model, String key) throws CatalogueException {
    region(price, "us", model.get("regional_processing_uplift_multiplier_us"), key);
    region(price, "eu", model.get("regional_processing_uplift_multiplier_eu"), key);
    region(price, "us", model.fieldsOf("provider_specific_entry").get("us"), key);
  }

  private void region(ListedPrice price, String region, @Nullable JsonValue value, String key)
      throws CatalogueException {
    Figure times = numbers.rate(value, 0, key + " uplift " + region);
    if (times != null && times.usd() != null) {
      price.timesByRegion().put(region, times.usd());
    }
  }

  private void finish() {
    for (Map.Entry<String, ListedPrice> price : priceById.entrySet()) {
      int slash = price.getKey().indexOf('/');
      keepMostExactImages(price.getValue().rates());
      if (price.getValue().rates().isEmpty()) {
        list.skip(price.getKey(), "no price");
      } else {
        list.add(new ListedModel(
            price.getKey().substring(0, slash),
            price.getKey().substring(slash + 1),
            Collections.emptyList(),
            Collections.singletonList(price.getValue())));
      }
    }
  }

  /** Where some images have a price by size and quality, a price of any image is a guess. */
  private static void keepMostExactImages(RateTable rates) {
    int most = 0;
    for (Terms terms : rates.terms()) {
      if (rates.get(terms, RateName.IMAGE) != null) {
        most = Math.max(most, terms.imageDetails());
      }
    }
    for (Terms terms : rates.terms()) {
      if (terms.imageDetails() < most) {
        rates.remove(terms, RateName.IMAGE);
      }
    }
  }
}
