package io.opentelemetry.javaagent.costspan.price;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model of one provider in the price book, with its prices over time. Immutable. */
final class PriceEntry {

  private final String id;
  private final String provider;
  private final List<String> models;
  private final List<DatedPrice> prices;
  private final List<String> sources;
  private final @Nullable String checked;
  private final @Nullable String note;
  private final String version;

  /**
   * @param id {@code provider/model}
   * @param models the exact ids under which the provider sells it, the one in {@code id} first
   * @param prices oldest first, not overlapping
   * @param sources names of the price sources that it was taken from
   * @param checked day on which it was last compared with them, {@code yyyy-MM-dd}
   * @param note what the sources disagreed about
   * @param version version of the book that it stands in
   */
  PriceEntry(
      String id,
      String provider,
      List<String> models,
      List<DatedPrice> prices,
      List<String> sources,
      @Nullable String checked,
      @Nullable String note,
      String version) {
    this.id = id;
    this.provider = provider;
    this.models = models;
    this.prices = prices;
    this.sources = sources;
    this.checked = checked;
    this.note = note;
    this.version = version;
  }

  String id() {
    return id;
  }

  String provider() {
    return provider;
  }

  List<String> models() {
    return models;
  }

  List<String> sources() {
    return sources;
  }

  @Nullable
  String checked() {
    return checked;
  }

  @Nullable
  String note() {
    return note;
  }

  List<DatedPrice> prices() {
    return prices;
  }

  String version() {
    return version;
  }

  /** The price at an instant; null when none was in force. */
  @Nullable
  DatedPrice at(Instant instant) {
    for (int i = prices.size() - 1; i >= 0; i--) {
      if (prices.get(i).appliesAt(instant)) {
        return prices.get(i);
      }
    }
    return null;
  }
}
