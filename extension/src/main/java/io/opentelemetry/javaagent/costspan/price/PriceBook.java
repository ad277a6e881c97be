package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices by model: exact or no price at all. What a book looks like stands at the top of the bundled
 * one, {@code price-book.json}. Immutable.
 */
public final class PriceBook implements Pricing {

  private static final String BUNDLED = "price-book.json";

  private final String version;
  private final Map<String, PriceEntry> entries;
  private final ModelIndex models;

  PriceBook(String version, Map<String, PriceEntry> entries, ModelIndex models) {
    this.version = version;
    this.entries = entries;
    this.models = models;
  }

  /** The book inside the jar. */
  public static PriceBook bundled() {
    try (InputStream book = PriceBook.class.getResourceAsStream(BUNDLED)) {
      if (book == null) {
        throw new IllegalStateException(BUNDLED + " is not in the jar");
      }
      return parse(book, BUNDLED);
    } catch (IOException e) {
      throw new IllegalStateException(BUNDLED + " cannot be read", e);
    }
  }

  /**
   * Reads a book; the stream stays open.
   *
   * @param sourceName what errors call the book, for example its file name
   * @throws PriceBookException when the content is no price book; it names the entry and the field
   * @throws IOException when the stream cannot be read
   */
  public static PriceBook parse(InputStream book, String sourceName) throws IOException {
    return new PriceBookReader(sourceName).read(book);
  }

  /**
   * This book with another one on top. An entry of the other book replaces the entry with its id,
   * aliases included, and takes every model id that it lists. The version stays this book's; a cost
   * names the version of the book that its entry is from.
   */
  public PriceBook overlaidWith(PriceBook other) {
    ModelIndex merged = new ModelIndex();
    for (PriceEntry entry : entries.values()) {
      PriceEntry winner = other.entries.getOrDefault(entry.id(), entry);
      entry.models().forEach(model -> merged.put(model, winner));
    }
    for (PriceEntry entry : other.entries.values()) {
      entry.models().forEach(model -> merged.put(model, entry));
    }
    Map<String, PriceEntry> all = new LinkedHashMap<>(entries);
    all.putAll(other.entries);
    return new PriceBook(version, all, merged);
  }

  @Override
  public Quote quote(BilledCall call) {
    UnpricedReason gap = gap(call.usage());
    if (gap != null) {
      return Quote.unpriced(gap);
    }
    PriceEntry entry = models.find(call);
    DatedPrice price = entry == null ? null : entry.at(call.at());
    if (entry == null || price == null) {
      return Quote.unpriced(UnpricedReason.UNKNOWN_MODEL);
    }
    Leaves leaves = call.usage().leaves();
    Tariff tariff = price.tariff(call.terms(), leaves.inputTokens());
    if (tariff == null) {
      return Quote.unpriced(UnpricedReason.NO_PRICE_FOR_UNIT);
    }
    return quote(call.usage(), leaves, tariff, entry);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int size() {
    return entries.size();
  }

  Collection<PriceEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  private static Quote quote(Usage usage, Leaves leaves, Tariff tariff, PriceEntry entry) {
    // Embeddings have no output and no rate for it; whatever else does not say how much it wrote
    // has not said what it costs.
    if (!usage.reports(Count.OUTPUT) && tariff.prices(Leaf.OUTPUT)) {
      return Quote.unpriced(UnpricedReason.PARTIAL_USAGE);
    }
    Map<CostKind, BigDecimal> parts = tariff.partsOf(leaves);
    if (parts == null) {
      return Quote.unpriced(UnpricedReason.NO_PRICE_FOR_UNIT);
    }
    BigDecimal saved = tariff.cacheSavedUsd(leaves, parts);
    return Quote.of(Cost.local(parts, saved, entry.id(), entry.version()));
  }

  private static @Nullable UnpricedReason gap(Usage usage) {
    if (usage.status() == UsageStatus.PARTIAL) {
      return UnpricedReason.PARTIAL_USAGE;
    }
    if (usage.status() == UsageStatus.ABSENT
        || (!usage.reports(Count.INPUT) && !usage.reports(Count.OUTPUT))) {
      return UnpricedReason.NO_USAGE;
    }
    return usage.reports(Count.INPUT) ? null : UnpricedReason.PARTIAL_USAGE;
  }
}
