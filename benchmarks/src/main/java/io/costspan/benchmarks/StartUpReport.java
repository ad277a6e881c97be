package io.costspan.benchmarks;

import io.costspan.benchmarks.startup.Vitals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The starts of one application: medians, and what Costspan adds to the agent pair by pair. */
final class StartUpReport {
  private static final List<Figure> FIGURES = List.of(
      new Figure("to main, ms", run -> run.vitals().mainMillis()),
      new Figure("to exit, ms", Run::exitMillis),
      new Figure("processor, ms", run -> run.vitals().cpuMillis()),
      new Figure("classes", run -> run.vitals().classes()),
      new Figure("peak resident, MB", run -> run.vitals().peakKb() / 1024.0));

  private final String title;
  private final Map<Variant, List<Run>> runs = new EnumMap<>(Variant.class);

  StartUpReport(String title) {
    this.title = title;
  }

  void add(Variant variant, Vitals vitals, long exitMillis) {
    runs.computeIfAbsent(variant, v -> new ArrayList<>()).add(new Run(vitals, exitMillis));
  }

  String markdown() {
    List<String> titles = new ArrayList<>(List.of(title));
    runs.keySet().forEach(variant -> titles.add(variant.title()));
    titles.add("Costspan adds");
    MarkdownTable table = new MarkdownTable(titles);
    for (Figure figure : FIGURES) {
      table.row(row(figure));
    }
    return table.toString();
  }

  private List<String> row(Figure figure) {
    List<String> row = new ArrayList<>(List.of(figure.title()));
    for (List<Run> starts : runs.values()) {
      Sample sample = new Sample();
      starts.forEach(start -> sample.add(figure.of().applyAsDouble(start)));
      row.add(spread(sample));
    }
    row.add(spread(added(figure)));
    return row;
  }

  private Sample added(Figure figure) {
    List<Run> agent = runs.get(Variant.MODULE);
    List<Run> costspan = runs.get(Variant.COSTSPAN);
    Sample added = new Sample();
    for (int i = 0; i < agent.size(); i++) {
      added.add(
          figure.of().applyAsDouble(costspan.get(i)) - figure.of().applyAsDouble(agent.get(i)));
    }
    return added;
  }

  private static String spread(Sample sample) {
    return String.format(
        Locale.ROOT, "%.0f (%.0f to %.0f)", sample.median(), sample.min(), sample.max());
  }

  private record Run(Vitals vitals, long exitMillis) {}

  private record Figure(String title, ToDoubleFunction<Run> of) {}
}
