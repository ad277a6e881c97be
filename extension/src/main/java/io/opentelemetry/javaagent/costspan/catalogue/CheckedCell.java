package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One figure of ours beside those of at least two sources. Immutable. */
final class CheckedCell {

  private final String entry;
  private final LocalDate day;
  private final Terms terms;
  private final RateName rate;
  private final @Nullable Figure ours;
  private final Map<Source, Figure> theirs;
  private final String reason;

  /**
   * @param ours null when that has no price
   * @param reason why ours is not what most have; empty when it is
   */
  CheckedCell(
      String entry,
      LocalDate day,
      Terms terms,
      RateName rate,
      @Nullable Figure ours,
      Map<Source, Figure> theirs,
      String reason) {
    this.entry = entry;
    this.day = day;
    this.terms = terms;
    this.rate = rate;
    this.ours = ours;
    this.theirs = theirs;
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** Whether all sources say the same, and we do. */
  boolean isUnanimous() {
    return reason.isEmpty() && theirs.values().stream().distinct().count() == 1;
  }

  /** The cells of a table, in the order of its columns. */
  String[] columns() {
    return new String[] {
      entry,
      day.toString(),
      terms.label(),
      rate.field(),
      text(ours),
      text(theirs.get(Source.GENAI_PRICES)),
      text(theirs.get(Source.PI_AI)),
      text(theirs.get(Source.LITELLM)),
      text(theirs.get(Source.LANGFUSE)),
      reason
    };
  }

  private static String text(@Nullable Figure figure) {
    return figure == null ? "-" : figure.text();
  }
}
