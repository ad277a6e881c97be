package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model as one list has it: whose, its exact ids, what it costs when. Immutable. */
final class ListedModel {

  private final String provider;
  private final String id;
  private final Set<String> aliases;
  private final List<ListedPrice> prices;

  /**
   * @param provider our name of the provider
   * @param aliases other exact ids; the id itself is left out
   * @param prices oldest first
   */
  ListedModel(String provider, String id, Collection<String> aliases, List<ListedPrice> prices) {
    this.provider = provider;
    this.id = id;
    Set<String> others = new LinkedHashSet<>(aliases);
    others.remove(id);
    this.aliases = Collections.unmodifiableSet(others);
    this.prices = Collections.unmodifiableList(new ArrayList<>(prices));
  }

  String provider() {
    return provider;
  }

  String id() {
    return id;
  }

  Set<String> aliases() {
    return aliases;
  }

  List<ListedPrice> prices() {
    return prices;
  }

  /** Whether it says from when on or until when a price applies. */
  boolean isDated() {
    return prices.size() > 1 || prices.get(0).isDated();
  }

  @Nullable
  ListedPrice at(LocalDate day) {
    for (ListedPrice price : prices) {
      if (price.covers(day)) {
        return price;
      }
    }
    return null;
  }
}
