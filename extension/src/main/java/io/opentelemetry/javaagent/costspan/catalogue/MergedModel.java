package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was made of the claims about one id: prices, and how each of their figures was decided. */
final class MergedModel {

  private final Claims claims;
  private final List<ListedPrice> prices;
  private final List<List<Decision>> decisions;

  /**
   * @param decisions of each price, in the order of the prices
   */
  MergedModel(Claims claims, List<ListedPrice> prices, List<List<Decision>> decisions) {
    this.claims = claims;
    this.prices = Collections.unmodifiableList(new ArrayList<>(prices));
    this.decisions = Collections.unmodifiableList(new ArrayList<>(decisions));
  }

  Claims claims() {
    return claims;
  }

  List<ListedPrice> prices() {
    return prices;
  }

  List<Decision> decisions(int price) {
    return decisions.get(price);
  }

  List<Decision> allDecisions() {
    List<Decision> all = new ArrayList<>();
    decisions.forEach(all::addAll);
    return all;
  }

  /** The sources that have at least one of the figures. */
  Set<Source> sources() {
    Set<Source> sources = new TreeSet<>();
    for (Decision decision : allDecisions()) {
      decision.votes().forEach((source, figure) -> {
        if (figure.equals(decision.figure())) {
          sources.add(source);
        }
      });
    }
    return sources;
  }

  /** Which rates the sources disagreed about and what decided, in few words. */
  String note() {
    Map<Rule, Set<RateName>> ratesByRule = new EnumMap<>(Rule.class);
    for (Decision decision : allDecisions()) {
      if (isWorthTelling(decision)) {
        ratesByRule.computeIfAbsent(decision.rule(), any -> new TreeSet<>()).add(decision.rate());
      }
    }
    StringBuilder note = new StringBuilder();
    ratesByRule.forEach((rule, rates) -> {
      note.append(note.length() == 0 ? "" : "; ").append(rule.title()).append(": ");
      int before = note.length();
      rates.forEach(rate -> note.append(note.length() == before ? "" : ", ").append(rate.field()));
    });
    return note.toString();
  }

  private static boolean isWorthTelling(Decision decision) {
    switch (decision.rule()) {
      case UNANIMOUS:
      case SINGLE_SOURCE:
      case AUDIO_AS_TEXT:
      case PROVIDER_RULE:
      case NOT_STATED:
        return false;
      default:
        return true;
    }
  }
}
