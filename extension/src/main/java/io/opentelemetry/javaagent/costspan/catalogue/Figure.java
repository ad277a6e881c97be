package io.opentelemetry.javaagent.costspan.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rate in USD, or that it exists and nobody could tell us. Immutable. */
final class Figure {

  static final Figure UNKNOWN = new Figure(null);

  private final @Nullable BigDecimal usd;

  private Figure(@Nullable BigDecimal usd) {
    this.usd = usd;
  }

  static Figure of(BigDecimal usd) {
    return new Figure(usd.stripTrailingZeros());
  }

  /** Null when it is unknown. */
  @Nullable
  BigDecimal usd() {
    return usd;
  }

  boolean isAbove(Figure other) {
    return usd != null && other.usd != null && usd.compareTo(other.usd) > 0;
  }

  /** Unknown stays unknown. */
  Figure times(BigDecimal factor) {
    return usd == null ? this : of(usd.multiply(factor));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Figure && text().equals(((Figure) other).text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** As the book has it. */
  String text() {
    return usd == null ? "unknown" : Decimals.plain(usd);
  }

  @Override
  public String toString() {
    return text();
  }
}
