package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.Explanation;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import java.util.LinkedHashSet;
import java.util.Set;

/** What to do about a call that has no price. */
final class Advice {

  private Advice() {}

  static String on(UnpricedReason reason, Explanation explanation) {
    switch (reason) {
      case UNKNOWN_MODEL:
        return "no book has a model of exactly this name at this time; prices list shows those that"
            + " are known, and a price file can add it as an entry or an alias";
      case NO_USAGE:
        return "it is not known what was used; a response that was complete, or counts, say it";
      case PARTIAL_USAGE:
        return "only a part of what was used is known; --input and --output both have to be there,"
            + " be it as 0, and a response has to be complete";
      case NO_PRICE_FOR_UNIT:
        return "the entry has no rate for "
            + lacking(explanation)
            + "; prices show has all that it has, and a price file can add what is missing";
    }
    throw new IllegalArgumentException("no advice on " + reason);
  }

  private static String lacking(Explanation explanation) {
    Set<String> names = new LinkedHashSet<>();
    boolean termsFit = addLacking(names, explanation);
    for (Explanation run : explanation.runs()) {
      termsFit &= addLacking(names, run);
    }
    return !termsFit || names.isEmpty()
        ? "the tier, speed, region or size that served"
        : String.join(", ", names);
  }

  /** False when there are no rates at all for the terms of the call. */
  private static boolean addLacking(Set<String> names, Explanation explanation) {
    for (Explanation.Line line : explanation.lines()) {
      if (line.usdPerUnit() == null) {
        names.add(ExplanationText.name(line.leaf()));
      }
    }
    return explanation.terms() != null;
  }
}
