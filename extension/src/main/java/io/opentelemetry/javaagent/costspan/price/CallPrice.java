package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import io.opentelemetry.javaagent.costspan.usage.ModelRun;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.jspecify.annotations.Nullable;

/** From a call to its quote: which entry, which rates, what they come to. */
final class CallPrice {

  private static final Leaf[] LEAVES = Leaf.values();

  private CallPrice() {}

  /**
   * @param version version of the books
   */
  static Quote quote(BookStack books, String version, BilledCall call) {
    String free = books.free(call);
    if (free != null) {
      return Quote.of(Cost.local(Amounts.ofScale(0), free, version));
    }
    UnpricedReason gap = gap(call.usage());
    if (gap != null) {
      return Quote.unpriced(gap);
    }
    return ofModel(books, version, call);
  }

  /** Why there is no price, whatever the book says; null when there may be one. */
  static @Nullable UnpricedReason gap(Usage usage) {
    if (usage.status() == UsageStatus.PARTIAL) {
      return UnpricedReason.PARTIAL_USAGE;
    }
    if (usage.status() == UsageStatus.ABSENT) {
      return UnpricedReason.NO_USAGE;
    }
    if (usage.reports(Count.INPUT)) {
      return null;
    }
    if (usage.reports(Count.OUTPUT)) {
      return UnpricedReason.PARTIAL_USAGE;
    }
    return hasPieces(usage.leaves()) ? null : UnpricedReason.NO_USAGE;
  }

  /** The rates that apply to a call; null when there are none. */
  static @Nullable Tariff tariff(BookStack books, Match match, DatedPrice price, BilledCall call) {
    return price.tariff(
        match.terms(call.terms()),
        inputTokens(call.usage()),
        call.at(),
        books.discount(match, call.at()));
  }

  /** Runs are in brackets of their own, their sum is in none: tools are looked up by the least. */
  private static long inputTokens(Usage usage) {
    long least = usage.leaves().inputTokens();
    for (ModelRun run : usage.runs()) {
      least = Math.min(least, run.usage().leaves().inputTokens());
    }
    return least;
  }

  private static Quote ofModel(BookStack books, String version, BilledCall call) {
    Match match = books.find(call);
    BookEntry found = match.entry();
    DatedPrice price = found == null ? null : found.entry().at(call.at());
    if (found == null || price == null) {
      return Quote.unpriced(UnpricedReason.UNKNOWN_MODEL);
    }
    Tariff tariff = tariff(books, match, price, call);
    return tariff == null
        ? Quote.unpriced(UnpricedReason.NO_PRICE_FOR_UNIT)
        : quote(books, version, call, tariff, found);
  }

  private static Quote quote(
      BookStack books, String version, BilledCall call, Tariff tariff, BookEntry found) {
    if (!call.usage().runs().isEmpty()) {
      return ofRuns(books, version, call, tariff, found);
    }
    if (isSilentOnOutput(call.usage(), tariff)) {
      return Quote.unpriced(UnpricedReason.PARTIAL_USAGE);
    }
    return quote(tariff.amounts(call.usage().leaves()), found);
  }

  /** Each run is billed as a call of its own; tools are counted for the call as a whole. */
  private static Quote ofRuns(
      BookStack books, String version, BilledCall call, Tariff tariff, BookEntry found) {
    Amounts amounts = tariff.toolAmounts(call.usage().leaves());
    for (ModelRun run : call.usage().runs()) {
      Quote quote = quote(books, version, call.run(run.model(), run.usage()));
      Cost cost = quote.cost();
      if (cost == null) {
        return quote;
      }
      if (amounts != null) {
        cost.addTo(amounts);
      }
    }
    return quote(amounts, found);
  }

  private static Quote quote(@Nullable Amounts amounts, BookEntry found) {
    return amounts == null
        ? Quote.unpriced(UnpricedReason.NO_PRICE_FOR_UNIT)
        : Quote.of(Cost.local(amounts, found.id(), found.entry().version()));
  }

  /**
   * Embeddings have no output and no rate for it; whatever else does not say how much it wrote has
   * not said what it costs.
   */
  private static boolean isSilentOnOutput(Usage usage, Tariff tariff) {
    return usage.reports(Count.INPUT) && !usage.reports(Count.OUTPUT) && tariff.pricesOutput();
  }

  private static boolean hasPieces(Leaves leaves) {
    for (Leaf leaf : LEAVES) {
      if (!leaf.isTokens() && !leaf.isToolCalls() && leaves.of(leaf) > 0) {
        return true;
      }
    }
    return false;
  }
}
