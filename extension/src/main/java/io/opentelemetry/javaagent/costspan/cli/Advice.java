package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.UnpricedReason;

/** What to do about a call that has no price. */
final class Advice {

  private Advice() {}

  static String on(UnpricedReason reason) {
    switch (reason) {
      case UNKNOWN_MODEL:
        return "no book has a model of exactly this name at this time; prices list shows those that"
            + " are known, and a price file can add it as an entry or an alias";
      case NO_USAGE:
        return "it is not known what was used";
      case PARTIAL_USAGE:
        return "only a part of what was used is known";
      case NO_PRICE_FOR_UNIT:
        return "the entry has no rate for something that was used, or for the tier, region or size"
            + " that served; prices show has all that it has";
    }
    throw new IllegalArgumentException("no advice on " + reason);
  }
}
