package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that one source says, the day on which it said so, and what of it no book can hold. */
final class PriceList {

  private final Source source;
  private final LocalDate date;
  private final List<ListedModel> models = new ArrayList<>();
  private final Map<String, List<String>> skippedByReason = new TreeMap<>();

  PriceList(Source source, LocalDate date) {
    this.source = source;
    this.date = date;
  }

  Source source() {
    return source;
  }

  /** The day of its newest figures. */
  LocalDate date() {
    return date;
  }

  List<ListedModel> models() {
    return models;
  }

  Map<String, List<String>> skippedByReason() {
    return skippedByReason;
  }

  void add(ListedModel model) {
    models.add(model);
  }

  void skip(String what, String reason) {
    skippedByReason.computeIfAbsent(reason, any -> new ArrayList<>()).add(what);
  }
}
