package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides between the sources that have a figure for one cell. */
final class Ballot {

  private Ballot() {}

  /**
   * @param votes at least one
   */
  static Decision decide(String provider, Terms terms, RateName rate, Map<Source, Figure> votes) {
    Figure first = votes.values().iterator().next();
    if (new HashSet<>(votes.values()).size() == 1) {
      Rule rule = votes.size() == 1 ? Rule.SINGLE_SOURCE : Rule.UNANIMOUS;
      return new Decision(terms, rate, votes, first, rule);
    }
    // Langfuse read the tiers from the pages of these two (2026-08-21).
    Figure page = votes.get(Source.LANGFUSE);
    boolean isRead = provider.equals("openai") || provider.equals("anthropic");
    if (page != null && isRead && !terms.isStandard()) {
      return new Decision(terms, rate, votes, page, Rule.PROVIDER_PAGE);
    }
    Figure majority = majority(votes);
    return majority != null
        ? new Decision(terms, rate, votes, majority, Rule.MAJORITY)
        : new Decision(terms, rate, votes, first, Rule.SOURCE_RANK);
  }

  /** The figure that more sources have than any other; null when there is none. */
  static @Nullable Figure majority(Map<Source, Figure> votes) {
    Map<Figure, Integer> counts = new HashMap<>();
    votes.values().forEach(figure -> counts.merge(figure, 1, Integer::sum));
    Figure most = null;
    int best = 0;
    for (Map.Entry<Figure, Integer> count : counts.entrySet()) {
      if (count.getValue() == best) {
        most = null;
      } else if (count.getValue() > best) {
        best = count.getValue();
        most = count.getKey();
      }
    }
    return most;
  }
}
