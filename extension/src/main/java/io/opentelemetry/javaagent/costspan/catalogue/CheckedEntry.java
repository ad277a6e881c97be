package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An entry beside what the sources say about its id. */
final class CheckedEntry {

  private final Entry entry;
  private final Claims claims;
  private final @Nullable MergedModel merged;

  /**
   * @param merged how it was made; null when people keep it
   */
  CheckedEntry(Entry entry, Claims claims, @Nullable MergedModel merged) {
    this.entry = entry;
    this.claims = claims;
    this.merged = merged;
  }

  Entry entry() {
    return entry;
  }

  @Nullable
  MergedModel merged() {
    return merged;
  }

  /** Every cell that at least two sources have, on the day of the book and in each earlier period. */
  List<CheckedCell> cells(LocalDate version) {
    List<CheckedCell> cells = new ArrayList<>();
    List<ListedPrice> prices = entry.model().prices();
    for (int i = 0; i < prices.size(); i++) {
      ListedPrice price = prices.get(i);
      if (price.covers(version)) {
        addCells(cells, i, version, claims.askedOn(version));
      } else if (price.until() != null && !price.until().isAfter(version)) {
        LocalDate day = claims.askIn(price.from(), price.until());
        addCells(cells, i, day, claims.during(price.from(), price.until()));
      }
    }
    return cells;
  }

  private void addCells(
      List<CheckedCell> cells, int price, LocalDate day, Map<Source, ListedPrice> said) {
    Set<Terms> terms = new TreeSet<>();
    said.values().forEach(other -> terms.addAll(other.rates().terms()));
    for (Terms each : terms) {
      for (RateName rate : RateName.values()) {
        Map<Source, Figure> votes = new EnumMap<>(Source.class);
        said.forEach((source, other) -> {
          Figure figure = other.rates().get(each, rate);
          if (figure != null) {
            votes.put(source, figure);
          }
        });
        if (votes.size() > 1) {
          cells.add(cell(price, day, each, rate, votes));
        }
      }
    }
  }

  private CheckedCell cell(
      int price, LocalDate day, Terms terms, RateName rate, Map<Source, Figure> votes) {
    Figure ours = entry.figure(day, terms, rate);
    boolean agrees = ours != null && ours.equals(Ballot.majority(votes));
    return new CheckedCell(
        entry.id(), day, terms, rate, ours, votes, agrees ? "" : reason(price, terms, rate, votes));
  }

  private String reason(int price, Terms terms, RateName rate, Map<Source, Figure> votes) {
    if (merged == null) {
      String why = entry.note().isEmpty() ? "kept by hand" : entry.note();
      return Rule.CURATED.title() + ": " + why;
    }
    Set<Source> heard = new TreeSet<>();
    Rule last = Rule.OTHER_LIST;
    for (Decision decision : merged.decisions(price)) {
      if (decision.terms().equals(terms) && decision.rate() == rate) {
        heard.addAll(decision.votes().keySet());
        last = last == Rule.KNOWN_WRONG_CELL ? last : decision.rule();
      }
    }
    if (!heard.containsAll(votes.keySet())) {
      return older(price, votes.keySet(), heard);
    }
    return last.title() + ": " + words(last);
  }

  private String older(int price, Set<Source> all, Set<Source> heard) {
    LocalDate from = entry.model().prices().get(price).from();
    List<String> older = new ArrayList<>();
    for (Source source : all) {
      if (from != null && !heard.contains(source) && claims.date(source).isBefore(from)) {
        older.add(source.title());
      }
    }
    return older.isEmpty()
        ? Rule.OTHER_LIST.title() + ": " + words(Rule.OTHER_LIST)
        : Rule.NEWEST_DATED_FACT.title() + ": since " + from + "; older: "
            + String.join(", ", older);
  }

  private static String words(Rule rule) {
    switch (rule) {
      case KNOWN_WRONG_CELL:
        return "the cell is known to be wrong";
      case UNSETTLED:
        return "nobody could tell";
      case PROVIDER_PAGE:
        return "langfuse read it from the provider's page";
      case SOURCE_RANK:
        return "no majority";
      case OTHER_LIST:
        return "of a source with another price for the model";
      case BRACKETS:
        return "other brackets";
      case IMPLAUSIBLE:
        return "a copied or impossible figure";
      default:
        return "without the cells that do not count";
    }
  }
}
