package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call cost, exactly, in USD, and how that is known. Immutable. */
public final class Cost {

  private static final CostKind[] KINDS = CostKind.values();

  private final Amounts amounts;
  private final CostSource source;
  private final String entry;
  private final String version;

  private Cost(Amounts amounts, CostSource source, String entry, String version) {
    this.amounts = amounts;
    this.source = source;
    this.entry = entry;
    this.version = version;
  }

  /** A cost computed by a book; the amounts are not changed from here on. */
  static Cost local(Amounts amounts, String entry, String version) {
    amounts.zeroIfEmpty();
    return new Cost(amounts, CostSource.LOCAL, entry, version);
  }

  /**
   * A cost computed from the price book.
   *
   * @param parts USD per kind, none negative; at least one
   * @param cacheSavedUsd what the call would have cost with nothing cached, minus what it cost; 0
   *     when cache writes cost more than reads saved
   * @param entry the book entry, for example {@code openai/gpt-4.1-mini}
   * @param version the version of the book
   * @throws IllegalArgumentException on a negative amount or no parts
   */
  public static Cost local(
      Map<CostKind, BigDecimal> parts, BigDecimal cacheSavedUsd, String entry, String version) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a cost needs parts");
    }
    return new Cost(amounts(parts, cacheSavedUsd), CostSource.LOCAL, entry, version);
  }

  /**
   * The provider's own amount, in one sum.
   *
   * @param cacheSavedUsd as the book has it; 0 when the book does not know the model
   * @throws IllegalArgumentException on a negative amount
   */
  public static Cost reported(BigDecimal usd, BigDecimal cacheSavedUsd) {
    return new Cost(
        amounts(Collections.singletonMap(CostKind.UNSPLIT, usd), cacheSavedUsd),
        CostSource.PROVIDER,
        "",
        "");
  }

  /** The same parts, where the provider reported the very amount that they add up to. */
  Cost confirmed() {
    return new Cost(amounts, CostSource.PROVIDER, "", "");
  }

  void addTo(Amounts sum) {
    sum.add(amounts);
  }

  /** The whole amount: the sum of the parts. */
  public BigDecimal usd() {
    return amounts.sum();
  }

  /** The part of a kind; null when nothing of the kind was used. */
  public @Nullable BigDecimal usd(CostKind kind) {
    return amounts.usd(kind);
  }

  /** The parts in the order of {@link CostKind}; a kind that was not used is missing. */
  public Map<CostKind, BigDecimal> parts() {
    EnumMap<CostKind, BigDecimal> parts = new EnumMap<>(CostKind.class);
    for (CostKind kind : KINDS) {
      BigDecimal usd = amounts.usd(kind);
      if (usd != null) {
        parts.put(kind, usd);
      }
    }
    return Collections.unmodifiableMap(parts);
  }

  public BigDecimal cacheSavedUsd() {
    return amounts.savedUsd();
  }

  public CostSource source() {
    return source;
  }

  /** The book's entry; empty when the provider reported the amount. */
  public String entry() {
    return entry;
  }

  /** Version of the book that the entry is from; empty when the provider reported the amount. */
  public String version() {
    return version;
  }

  private static Amounts amounts(Map<CostKind, BigDecimal> parts, BigDecimal cacheSavedUsd) {
    Amounts amounts = Amounts.wide();
    parts.forEach((kind, usd) -> {
      requireNotNegative(kind.value(), usd);
      amounts.add(kind, usd);
    });
    requireNotNegative("cacheSavedUsd", cacheSavedUsd);
    amounts.saved(cacheSavedUsd);
    return amounts;
  }

  private static void requireNotNegative(String what, BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(what + " is negative: " + amount);
    }
  }
}
