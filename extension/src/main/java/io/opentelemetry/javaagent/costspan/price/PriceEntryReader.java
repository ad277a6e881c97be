package io.opentelemetry.javaagent.costspan.price;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a book: who it is about, where it is from, and its prices in order. */
final class PriceEntryReader {

  private PriceEntryReader() {}

  /**
   * @param knownSources those that the book explains; null when it explains none
   */
  static PriceEntry read(JsonObject entry, @Nullable Set<String> knownSources, String version)
      throws PriceBookException {
    entry.requireOnly("id", "aliases", "sources", "checked", "note", "prices");
    String id = entry.modelId("id");
    int slash = id.indexOf('/');
    return new PriceEntry(
        id,
        id.substring(0, slash),
        models(entry, id.substring(slash + 1)),
        prices(entry),
        sources(entry, knownSources),
        entry.has("checked") ? entry.day("checked").toString() : null,
        entry.has("note") ? entry.text("note") : null,
        version);
  }

  private static List<String> models(JsonObject entry, String model) throws PriceBookException {
    List<String> models = new ArrayList<>();
    models.add(model);
    if (entry.has("aliases")) {
      models.addAll(entry.texts("aliases"));
    }
    return Collections.unmodifiableList(models);
  }

  private static List<DatedPrice> prices(JsonObject entry) throws PriceBookException {
    List<DatedPrice> prices = new ArrayList<>();
    for (JsonObject json : entry.objects("prices")) {
      DatedPrice price = DatedPriceReader.read(json);
      if (!prices.isEmpty()
          && price.from().isBefore(prices.get(prices.size() - 1).until())) {
        throw json.problem("from", "is before the price above it ends; prices go oldest first");
      }
      prices.add(price);
    }
    if (prices.isEmpty()) {
      throw entry.problem("prices", "has no price in it");
    }
    return Collections.unmodifiableList(prices);
  }

  private static List<String> sources(JsonObject entry, @Nullable Set<String> known)
      throws PriceBookException {
    List<String> sources = entry.has("sources") ? entry.texts("sources") : Collections.emptyList();
    for (String source : sources) {
      if (known != null && !known.contains(source)) {
        throw entry.problem("sources", "has " + source + ", which the book's sources do not list");
      }
    }
    return Collections.unmodifiableList(sources);
  }
}
