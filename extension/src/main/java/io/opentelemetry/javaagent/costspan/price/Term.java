package io.opentelemetry.javaagent.costspan.price;

import java.time.Instant;
import java.time.ZoneOffset;

/** From when until when something applies, as a book writes it: days that begin at 00:00 UTC. */
final class Term {

  private final Instant from;
  private final Instant until;

  private Term(Instant from, Instant until) {
    this.from = from;
    this.until = until;
  }

  /**
   * Reads {@code from} and {@code until}, both optional.
   *
   * @param what what applies then, for the complaint: {@code the price}
   */
  static Term read(JsonObject json, String what) throws PriceBookException {
    Instant from = json.has("from") ? startOf(json, "from") : Instant.MIN;
    Instant until = json.has("until") ? startOf(json, "until") : Instant.MAX;
    if (!from.isBefore(until)) {
      throw json.problem("until", "is not after the day from which " + what + " applies");
    }
    return new Term(from, until);
  }

  /** First instant at which it applies. */
  Instant from() {
    return from;
  }

  /** First instant at which it does not. */
  Instant until() {
    return until;
  }

  private static Instant startOf(JsonObject json, String field) throws PriceBookException {
    return json.day(field).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
