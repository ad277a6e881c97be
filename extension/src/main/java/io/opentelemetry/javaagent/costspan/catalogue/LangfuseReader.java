package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Langfuse's default prices: USD per token, each under several names, with tiers by service
 * tier, speed and size of the input. Its match patterns are not read: they give the models on Bedrock
 * the prices of Anthropic.
 */
final class LangfuseReader {

  private static final Map<String, RateName> RATES = rates();

  private final Numbers numbers;
  private final PriceList list;

  private LangfuseReader(String sourceName, LocalDate date) {
    this.numbers = new Numbers(sourceName);
    this.list = new PriceList(Source.LANGFUSE, date);
  }

  static PriceList read(String json, String sourceName, LocalDate date) throws CatalogueException {
    LangfuseReader reader = new LangfuseReader(sourceName, date);
    for (JsonValue model : JsonDocument.read(json, sourceName).items()) {
      reader.model(model);
    }
    return reader.list;
  }

  private void model(JsonValue model) throws CatalogueException {
    String name = model.textOf("modelName");
    if (name == null) {
      return;
    }
    String provider = provider(name);
    ListedPrice price = ListedPrice.always();
    for (JsonValue tier : model.itemsOf("pricingTiers")) {
      tier(price, name, tier);
    }
    String objection =
        provider == null ? "nobody says whose it is" : ModelIds.objection(provider, name);
    if (provider == null || objection != null || price.rates().isEmpty()) {
      list.skip(name, objection == null ? "no price" : objection);
    } else {
      list.add(new ListedModel(
          provider,
          name.replace("claude-3.", "claude-3-"),
          Collections.emptyList(),
          Collections.singletonList(price)));
    }
  }

  private void tier(ListedPrice price, String name, JsonValue tier) throws CatalogueException {
    Terms terms = terms(name, tier.itemsOf("conditions"));
    if (terms == null) {
      list.skip(name, "a condition that we do not know");
      return;
    }
    for (Map.Entry<String, RateName> rate : RATES.entrySet()) {
      JsonValue value = tier.fieldsOf("prices").get(rate.getKey());
      boolean fee = rate.getValue().per() == RateName.Per.THOUSAND;
      Figure figure = numbers.rate(value, fee ? 3 : 6, name + " " + rate.getKey());
      if (figure != null && (!fee || terms.isStandard())) {
        price.rates().putIfAbsent(terms, rate.getValue(), figure);
      }
    }
  }

  private @Nullable Terms terms(String name, List<JsonValue> conditions) throws CatalogueException {
    Terms terms = Terms.STANDARD;
    for (JsonValue condition : conditions) {
      String key = condition.textOf("key");
      if (key == null && condition.textOf("usageDetailPattern") != null) {
        long above = numbers.count(condition.get("value"), name + " condition");
        terms = above == 0 ? null : Brackets.above(terms, name, above);
      } else {
        terms = selected(terms, key, condition.itemsOf("values"));
      }
      if (terms == null) {
        return null;
      }
    }
    return terms;
  }

  private static @Nullable Terms selected(
      Terms terms, @Nullable String key, List<JsonValue> values) {
    String last = values.isEmpty() ? "" : values.get(values.size() - 1).text();
    if ("service_tier".equals(key) && (last.equals("priority") || last.equals("flex"))) {
      return terms.tier(last);
    }
    return "speed".equals(key) && last.equals("fast") ? terms.speed(last) : null;
  }

  private static @Nullable String provider(String name) {
    if (name.startsWith("claude-")) {
      return "anthropic";
    }
    if (name.startsWith("gemini-")) {
      return "gcp.gemini";
    }
    return name.matches(
            "(ft:)?(gpt-|o[134]|chatgpt-|text-(ada|babbage|curie|davinci|embedding-)|davinci-|babbage-).*")
        ? "openai"
        : null;
  }

  /** Of several names of a rate the first that is there counts. */
  private static Map<String, RateName> rates() {
    Map<String, RateName> rates = new LinkedHashMap<>();
    put(rates, RateName.INPUT, "input", "input_tokens", "input_text_tokens", "total");
    put(rates, RateName.OUTPUT, "output", "output_tokens", "output_text_tokens");
    put(rates, RateName.CACHE_READ, "input_cache_read", "input_cached_tokens");
    put(rates, RateName.CACHE_READ, "input_cached_text_tokens", "cache_read_input_tokens");
    put(rates, RateName.CACHE_WRITE_5M, "input_cache_creation_5m", "input_cache_creation");
    put(rates, RateName.CACHE_WRITE_5M, "cache_write_tokens");
    put(rates, RateName.CACHE_WRITE_1H, "input_cache_creation_1h");
    put(rates, RateName.REASONING, "output_reasoning_tokens");
    put(rates, RateName.AUDIO_INPUT, "input_audio_tokens", "input_audio");
    put(rates, RateName.AUDIO_OUTPUT, "output_audio_tokens", "output_audio");
    put(rates, RateName.AUDIO_CACHE_READ, "input_cached_audio_tokens");
    put(rates, RateName.GROUNDING_QUERY, "grounding_queries");
    return rates;
  }

  private static void put(Map<String, RateName> rates, RateName rate, String... names) {
    for (String name : names) {
      rates.put(name, rate);
    }
  }
}
