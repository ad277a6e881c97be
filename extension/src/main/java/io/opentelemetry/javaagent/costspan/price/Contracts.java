package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user has agreed with providers, and what names of models mean there. Immutable. */
final class Contracts {

  static final Contracts NONE =
      new Contracts(Collections.emptyMap(), Collections.emptyMap(), Collections.emptySet());

  private final Map<String, Alias> aliases;
  private final Map<String, List<Discount>> discounts;
  private final Set<String> free;

  /**
   * @param aliases by {@code provider/model}
   * @param discounts by {@code provider} or {@code provider/model}
   * @param free providers and {@code provider/model}s that cost nothing
   */
  Contracts(Map<String, Alias> aliases, Map<String, List<Discount>> discounts, Set<String> free) {
    this.aliases = aliases;
    this.discounts = discounts;
    this.free = free;
  }

  /** All of them, for people. */
  List<Agreement> agreements() {
    List<Agreement> all = new ArrayList<>();
    aliases.forEach((id, alias) ->
        all.add(new Agreement(Agreement.Kind.ALIAS, id, Period.ALWAYS, alias.toString())));
    discounts.forEach((of, agreed) -> agreed.forEach(discount -> all.add(discount.agreement(of))));
    free.forEach(of -> all.add(new Agreement(Agreement.Kind.FREE, of, Period.ALWAYS, "0")));
    return all;
  }

  boolean hasAliases() {
    return !aliases.isEmpty();
  }

  @Nullable
  Alias alias(String id) {
    return aliases.get(id);
  }

  boolean hasDiscounts() {
    return !discounts.isEmpty();
  }

  /** What is agreed for this provider or {@code provider/model}; null when nothing is. */
  @Nullable
  BigDecimal times(String of, Instant at) {
    List<Discount> agreed = discounts.get(of);
    if (agreed != null) {
      for (Discount discount : agreed) {
        if (discount.appliesAt(at)) {
          return discount.times();
        }
      }
    }
    return null;
  }

  boolean hasFree() {
    return !free.isEmpty();
  }

  boolean isFree(String of) {
    return free.contains(of);
  }
}
