package io.opentelemetry.javaagent.costspan.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one price of what several sources say about the same days. The input is voted on first, then
 * the output among those who have that input; tiers, brackets and cache rates are then taken only
 * from sources whose input and output are those, for a discount on another price is another price.
 */
final class PeriodMerge {

  private final String provider;
  private final String model;
  private final Map<Source, ListedPrice> prices;
  private final Map<Source, RateTable> tables = new EnumMap<>(Source.class);
  private final List<Decision> decisions = new ArrayList<>();

  /**
   * @param prices what each source says about these days; at least one
   */
  PeriodMerge(String provider, String model, Map<Source, ListedPrice> prices) {
    this.provider = provider;
    this.model = model;
    this.prices = prices;
    prices.forEach((source, price) -> tables.put(source, withoutErrors(source, price.rates())));
  }

  List<Decision> decisions() {
    return decisions;
  }

  /** Fills a price. */
  void into(ListedPrice merged) {
    RateTable rates = merged.rates();
    decide(rates, Terms.STANDARD, RateName.INPUT, tables);
    decide(rates, Terms.STANDARD, RateName.OUTPUT, agreeing(rates, RateName.INPUT));
    Map<Source, RateTable> agreeing = agreeing(rates, RateName.INPUT, RateName.OUTPUT);
    Set<Long> brackets = BracketVote.of(agreeing, tables);
    for (Terms terms : allTerms()) {
      for (RateName rate : RateName.values()) {
        decideCell(rates, terms, rate, agreeing, brackets);
      }
    }
    addRest(merged, agreeing);
    new RowChecks(provider, model, rates, decisions).check();
  }

  private void decideCell(
      RateTable rates,
      Terms terms,
      RateName rate,
      Map<Source, RateTable> agreeing,
      Set<Long> brackets) {
    Map<Source, Figure> all = votes(terms, rate, tables);
    if (all.isEmpty() || rates.get(terms, rate) != null) {
      return;
    }
    if (rate.per() != RateName.Per.MILLION_TOKENS) {
      decide(rates, terms, rate, tables);
    } else if (terms.tokens() > 0 && !brackets.contains(terms.tokens())) {
      decisions.add(new Decision(terms, rate, all, null, Rule.BRACKETS));
    } else if (votes(terms, rate, agreeing).isEmpty()) {
      ofOtherLists(rates, terms, rate, all);
    } else {
      decide(rates, terms, rate, agreeing);
    }
  }

  /** That a read from the cache has a rate of its own is known, even where the rate is not. */
  private void ofOtherLists(
      RateTable rates, Terms terms, RateName rate, Map<Source, Figure> votes) {
    boolean exists = terms.isStandard() && rate.otherwise() == RateName.INPUT;
    if (exists) {
      rates.put(terms, rate, Figure.UNKNOWN);
    }
    decisions.add(
        new Decision(terms, rate, votes, exists ? Figure.UNKNOWN : null, Rule.OTHER_LIST));
  }

  private void decide(RateTable rates, Terms terms, RateName rate, Map<Source, RateTable> voters) {
    Map<Source, Figure> votes = votes(terms, rate, voters);
    if (votes.isEmpty()) {
      return;
    }
    Decision decision = KnownErrors.isUnsettled(provider, model, rate)
        ? new Decision(terms, rate, votes, Figure.UNKNOWN, Rule.UNSETTLED)
        : Ballot.decide(provider, terms, rate, votes);
    Figure figure = decision.figure();
    if (figure != null) {
      rates.put(terms, rate, figure);
    }
    decisions.add(decision);
  }

  private Map<Source, RateTable> agreeing(RateTable decided, RateName... rates) {
    Map<Source, RateTable> agreeing = new EnumMap<>(tables);
    for (RateName rate : rates) {
      agreeing.values().removeIf(table -> !agrees(table, decided, rate));
    }
    return agreeing;
  }

  private static boolean agrees(RateTable table, RateTable decided, RateName rate) {
    Figure figure = table.get(Terms.STANDARD, rate);
    return figure == null || figure.equals(decided.get(Terms.STANDARD, rate));
  }

  private void addRest(ListedPrice merged, Map<Source, RateTable> agreeing) {
    Set<String> windows = new LinkedHashSet<>();
    for (Terms terms : merged.rates().terms()) {
      windows.add(terms.window());
    }
    for (Source source : agreeing.keySet()) {
      ListedPrice price = prices.get(source);
      if (price != null) {
        price.windows().forEach((name, hours) -> {
          if (windows.contains(name)) {
            merged.windows().putIfAbsent(name, hours);
          }
        });
        for (Map.Entry<String, BigDecimal> region : price.timesByRegion().entrySet()) {
          merged.timesByRegion().putIfAbsent(region.getKey(), region.getValue());
        }
      }
    }
  }

  private Set<Terms> allTerms() {
    Set<Terms> terms = new TreeSet<>();
    tables.values().forEach(table -> terms.addAll(table.terms()));
    return terms;
  }

  private static Map<Source, Figure> votes(
      Terms terms, RateName rate, Map<Source, RateTable> voters) {
    Map<Source, Figure> votes = new EnumMap<>(Source.class);
    voters.forEach((source, table) -> {
      Figure figure = table.get(terms, rate);
      if (figure != null) {
        votes.put(source, figure);
      }
    });
    return votes;
  }

  /** Without the cells that are known to be wrong. */
  private RateTable withoutErrors(Source source, RateTable rates) {
    RateTable kept = new RateTable();
    rates.forEach((terms, rate, figure) -> {
      if (KnownErrors.isWrong(source, model, terms, rate)) {
        Map<Source, Figure> vote = new HashMap<>();
        vote.put(source, figure);
        decisions.add(new Decision(terms, rate, vote, null, Rule.KNOWN_WRONG_CELL));
      } else {
        kept.put(terms, rate, figure);
      }
    });
    return kept;
  }
}
