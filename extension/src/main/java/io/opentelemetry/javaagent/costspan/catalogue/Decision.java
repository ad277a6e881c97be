package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which figure a cell got, by which rule, and what the sources had. Immutable. */
final class Decision {

  private final Terms terms;
  private final RateName rate;
  private final Map<Source, Figure> votes;
  private final @Nullable Figure figure;
  private final Rule rule;

  Decision(
      Terms terms, RateName rate, Map<Source, Figure> votes, @Nullable Figure figure, Rule rule) {
    this.terms = terms;
    this.rate = rate;
    this.votes = Collections.unmodifiableMap(
        votes.isEmpty() ? new EnumMap<>(Source.class) : new EnumMap<>(votes));
    this.figure = figure;
    this.rule = rule;
  }

  Terms terms() {
    return terms;
  }

  RateName rate() {
    return rate;
  }

  Map<Source, Figure> votes() {
    return votes;
  }

  /** Null when the cell stays empty. */
  @Nullable
  Figure figure() {
    return figure;
  }

  Rule rule() {
    return rule;
  }
}
