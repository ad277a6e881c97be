package io.costspan.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The turns of two services: medians, and the ratio pair by pair. */
final class LoadReport {
  private static final List<Figure> FIGURES = List.of(
      new Figure("requests a second", Turn::perSecond),
      new Figure("half of them within, ms", Turn::p50Millis),
      new Figure("99 of 100 within, ms", Turn::p99Millis),
      new Figure("processor, ms a request", Turn::cpuMillisPerRequest),
      new Figure("collections, per 1,000 requests", Turn::collectionsPerThousand),
      new Figure("pauses to collect, ms per 1,000 requests", Turn::collectionMillisPerThousand),
      new Figure("heap after it, MB", Turn::heapMb));

  private final Map<Variant, List<Turn>> turns = new EnumMap<>(Variant.class);

  void add(Variant variant, Turn turn) {
    turns.computeIfAbsent(variant, v -> new ArrayList<>()).add(turn);
  }

  String markdown() {
    List<Turn> agent = turns.get(Variant.AGENT);
    List<Turn> costspan = turns.get(Variant.COSTSPAN);
    MarkdownTable table = new MarkdownTable(
        List.of("under load", Variant.AGENT.title(), Variant.COSTSPAN.title(), "ratio"));
    for (Figure figure : FIGURES) {
      table.row(List.of(
          figure.title(),
          text(sample(agent, figure)),
          text(sample(costspan, figure)),
          ratio(figure, agent, costspan)));
    }
    return "%d turns each, %,d requests; median, in brackets the range\n\n%s\n%s"
        .formatted(agent.size(), requests(), table, heapInWords());
  }

  /** What each service kept after each of its turns. */
  LineCharts heap() {
    LineCharts charts = new LineCharts(
        "Heap after each turn, MB", List.of(Variant.AGENT.title(), Variant.COSTSPAN.title()));
    LineCharts.Chart chart = charts.chart("turn");
    for (int i = 0; i < turns.get(Variant.AGENT).size(); i++) {
      chart.point(
          i + 1,
          List.of(
              turns.get(Variant.AGENT).get(i).heapMb(),
              turns.get(Variant.COSTSPAN).get(i).heapMb()));
    }
    return charts;
  }

  private String heapInWords() {
    StringBuilder words = new StringBuilder();
    turns.forEach((variant, all) -> {
      words.append("Heap after each turn, MB, ").append(variant.title()).append(':');
      all.forEach(turn -> words.append(String.format(Locale.ROOT, " %.1f", turn.heapMb())));
      words.append("\n\n");
    });
    return words.toString();
  }

  private long requests() {
    return turns.values().stream()
        .flatMap(List::stream)
        .mapToLong(turn -> turn.millis().size())
        .sum();
  }

  private static Sample sample(List<Turn> turns, Figure figure) {
    Sample sample = new Sample();
    turns.forEach(turn -> sample.add(figure.of().applyAsDouble(turn)));
    return sample;
  }

  private static String ratio(Figure figure, List<Turn> agent, List<Turn> costspan) {
    Sample ratios = new Sample();
    for (int i = 0; i < agent.size(); i++) {
      ratios.add(
          figure.of().applyAsDouble(costspan.get(i)) / figure.of().applyAsDouble(agent.get(i)));
    }
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", ratios.median(), ratios.min(), ratios.max());
  }

  private static String text(Sample sample) {
    return "%s (%s to %s)"
        .formatted(
            Figures.threeDigits(sample.median()),
            Figures.threeDigits(sample.min()),
            Figures.threeDigits(sample.max()));
  }

  private record Figure(String title, ToDoubleFunction<Turn> of) {}
}
