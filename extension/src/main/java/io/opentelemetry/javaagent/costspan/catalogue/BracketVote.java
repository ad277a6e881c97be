package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a price has its brackets. Two boundaries of two sources would make three brackets that none
 * of them has, so the boundaries are one source's: those that most have, else the most trusted's.
 */
final class BracketVote {

  private BracketVote() {}

  /**
   * The input tokens at which brackets begin; where sources differ only in whether that much is
   * inside, the tables of the others are changed to what the first says.
   */
  static Set<Long> of(Map<Source, RateTable> agreeing, Map<Source, RateTable> all) {
    List<Set<Long>> sets = new ArrayList<>();
    Map<Set<Long>, Integer> counts = new HashMap<>();
    for (RateTable table : agreeing.values()) {
      Set<Long> set = brackets(table);
      sets.add(set);
      counts.merge(set, 1, Integer::sum);
    }
    align(all);
    return chosen(sets, counts);
  }

  private static Set<Long> chosen(List<Set<Long>> sets, Map<Set<Long>, Integer> counts) {
    Set<Long> chosen = Collections.emptySet();
    int best = 0;
    for (Set<Long> set : sets) {
      int count = counts.getOrDefault(set, 0);
      // At equal votes a source that says something is worth more than one that is silent.
      if (count > best || (count == best && chosen.isEmpty())) {
        chosen = set;
        best = count;
      }
    }
    return chosen;
  }

  private static Set<Long> brackets(RateTable table) {
    Set<Long> tokens = new TreeSet<>();
    for (Terms terms : table.terms()) {
      if (terms.tokens() > 0) {
        tokens.add(terms.tokens());
      }
    }
    return tokens;
  }

  private static void align(Map<Source, RateTable> tables) {
    Map<Long, Terms> firstByTokens = new HashMap<>();
    for (RateTable table : tables.values()) {
      for (Terms terms : table.terms()) {
        Terms first = firstByTokens.computeIfAbsent(terms.tokens(), any -> terms);
        if (first.isIncluding() != terms.isIncluding()) {
          Map<RateName, Figure> row = new HashMap<>(table.ratesOf(terms));
          table.removeRow(terms);
          row.forEach((rate, figure) -> table.putIfAbsent(terms.inBracketOf(first), rate, figure));
        }
      }
    }
  }
}
