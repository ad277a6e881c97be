package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What a call cost, exactly, in USD, and how that is known. Immutable. */
public final class Cost {

  private final EnumMap<CostKind, BigDecimal> parts;
  private final BigDecimal usd;
  private final BigDecimal cacheSavedUsd;
  private final CostSource source;
  private final String entry;
  private final String version;

  private Cost(
      Map<CostKind, BigDecimal> parts,
      BigDecimal cacheSavedUsd,
      CostSource source,
      String entry,
      String version) {
    this.parts = new EnumMap<>(parts);
    this.usd = sum(this.parts);
    this.cacheSavedUsd = cacheSavedUsd;
    this.source = source;
    this.entry = entry;
    this.version = version;
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
    for (Map.Entry<CostKind, BigDecimal> part : parts.entrySet()) {
      requireNotNegative(part.getKey().value(), part.getValue());
    }
    requireNotNegative("cacheSavedUsd", cacheSavedUsd);
    return new Cost(parts, cacheSavedUsd, CostSource.LOCAL, entry, version);
  }

  /** The whole amount: the sum of the parts. */
  public BigDecimal usd() {
    return usd;
  }

  /** The parts in the order of {@link CostKind}; a kind that was not used is missing. */
  public Map<CostKind, BigDecimal> parts() {
    return Collections.unmodifiableMap(parts);
  }

  public BigDecimal cacheSavedUsd() {
    return cacheSavedUsd;
  }

  public CostSource source() {
    return source;
  }

  public String entry() {
    return entry;
  }

  public String version() {
    return version;
  }

  private static BigDecimal sum(Map<CostKind, BigDecimal> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts.values()) {
      sum = sum.add(part);
    }
    return sum;
  }

  private static void requireNotNegative(String what, BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(what + " is negative: " + amount);
    }
  }
}
