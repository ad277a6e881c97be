package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a maintainer reads before a new book is committed: what changed hands, and by which rule. */
final class Report {

  private static final int EXAMPLES = 8;

  private final Merge merge;
  private final List<PriceList> lists;
  private final StringBuilder out = new StringBuilder();

  private Report(Merge merge, List<PriceList> lists) {
    this.merge = merge;
    this.lists = lists;
  }

  static String of(Merge merge, List<PriceList> lists) {
    Report report = new Report(merge, lists);
    report.counts();
    report.disagreements();
    report.dropped();
    report.skipped();
    return report.out.toString();
  }

  private void counts() {
    Map<String, Integer> models = new TreeMap<>();
    int ids = 0;
    for (Entry entry : merge.entries()) {
      models.merge(entry.model().provider(), 1, Integer::sum);
      ids += 1 + entry.model().aliases().size();
    }
    line("# Price book of " + merge.version());
    line("");
    line(merge.entries().size() + " entries, " + ids + " ids, " + models.size() + " providers.");
    line("");
    line("| provider | entries |");
    line("|---|---|");
    models.forEach((provider, count) -> line("| " + provider + " | " + count + " |"));
    line("");
    line("| source | made on | models read |");
    line("|---|---|---|");
    for (PriceList list : lists) {
      line("| " + list.source().title() + " | " + list.date() + " | "
          + list.models().size() + " |");
    }
    line("");
  }

  private void disagreements() {
    int all = 0;
    int unanimous = 0;
    List<CheckedCell> rest = new ArrayList<>();
    for (CheckedEntry entry : merge.checked()) {
      for (CheckedCell cell : entry.cells(merge.version())) {
        all++;
        if (cell.isUnanimous()) {
          unanimous++;
        } else {
          rest.add(cell);
        }
      }
    }
    line("## Where sources disagree");
    line("");
    line("Of " + all + " figures that at least two sources have, " + unanimous
        + " are the same everywhere. The other " + rest.size()
        + "; without a reason ours is the majority's:");
    line("");
    line(
        "| entry | at | terms | rate | ours | genai-prices | pi-ai | litellm | langfuse | reason |");
    line("|---|---|---|---|---|---|---|---|---|---|");
    rest.forEach(cell -> line("| " + String.join(" | ", cell.columns()) + " |"));
    line("");
  }

  /** Figures of sources that are not in the book, by rule. */
  private void dropped() {
    Map<Rule, List<String>> byRule = new EnumMap<>(Rule.class);
    for (CheckedEntry entry : merge.checked()) {
      MergedModel model = entry.merged();
      if (model != null) {
        for (Decision decision : model.allDecisions()) {
          if (decision.figure() == null || decision.figure().usd() == null) {
            byRule
                .computeIfAbsent(decision.rule(), any -> new ArrayList<>())
                .add(text(entry.entry().id(), decision));
          }
        }
      }
    }
    line("## Figures that are not in the book, or only as unknown");
    line("");
    byRule.forEach((rule, figures) -> examples(rule.title(), figures));
    examples("list price of openai, to which the engine falls back", merge.redundant());
    line("");
  }

  private static String text(String id, Decision decision) {
    return id + " " + decision.terms().label() + " " + decision.rate().field();
  }

  private void skipped() {
    line("## What was not read");
    line("");
    for (PriceList list : lists) {
      list.skippedByReason()
          .forEach((reason, what) -> examples(list.source().title() + ", " + reason, what));
    }
  }

  private void examples(String title, List<String> what) {
    List<String> some = what.subList(0, Math.min(EXAMPLES, what.size()));
    line("- " + title + ": " + what.size() + " (" + String.join(", ", some)
        + (what.size() > EXAMPLES ? ", ...)" : ")"));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
