package io.opentelemetry.javaagent.costspan.price;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a user has agreed with providers. */
final class ContractsReader {

  static final String ALIASES = "aliases";
  static final String DISCOUNTS = "discounts";
  static final String FREE = "free";

  private ContractsReader() {}

  static Contracts read(JsonObject book) throws PriceBookException {
    return new Contracts(aliases(book), discounts(book), free(book));
  }

  private static Map<String, Alias> aliases(JsonObject book) throws PriceBookException {
    Map<String, Alias> aliases = new HashMap<>();
    if (book.has(ALIASES)) {
      for (JsonObject json : book.objects(ALIASES)) {
        json.requireOnly("id", "as", "region", "service_tier");
        if (aliases.put(json.modelId("id"), alias(json)) != null) {
          throw json.problem("id", "has its meaning already");
        }
      }
    }
    return Collections.unmodifiableMap(aliases);
  }

  private static Alias alias(JsonObject json) throws PriceBookException {
    String meant = json.modelId("as");
    int slash = meant.indexOf('/');
    return new Alias(
        meant.substring(0, slash),
        meant.substring(slash + 1),
        json.has("region") ? json.text("region") : null,
        json.has("service_tier") ? json.text("service_tier") : null);
  }

  private static Map<String, List<Discount>> discounts(JsonObject book) throws PriceBookException {
    Map<String, List<Discount>> discounts = new HashMap<>();
    if (book.has(DISCOUNTS)) {
      for (JsonObject json : book.objects(DISCOUNTS)) {
        json.requireOnly("provider", "model", "times", "from", "until");
        if (json.has("provider") == json.has("model")) {
          throw json.problem("provider", "or model is needed, not both");
        }
        String of = json.has("model") ? json.modelId("model") : json.text("provider");
        discounts.computeIfAbsent(of, any -> new ArrayList<>()).add(discount(json));
      }
    }
    return Collections.unmodifiableMap(discounts);
  }

  private static Discount discount(JsonObject json) throws PriceBookException {
    Term term = Term.read(json, "the discount");
    return new Discount(json.decimal("times"), term.from(), term.until());
  }

  private static Set<String> free(JsonObject book) throws PriceBookException {
    return book.has(FREE) ? new HashSet<>(book.texts(FREE)) : Collections.emptySet();
  }
}
