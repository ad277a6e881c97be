package io.costspan.benchmarks;

import io.costspan.benchmarks.growth.Dimension;
import io.costspan.benchmarks.growth.Point;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of {@link Growth}: a table for each thing that grows, and one picture of them all. */
final class GrowthReport {
  private final Map<Dimension, Map<Integer, Map<Variant, Point>>> points =
      new EnumMap<>(Dimension.class);

  void add(Dimension dimension, int size, Variant variant, Point point) {
    points
        .computeIfAbsent(dimension, d -> new TreeMap<>())
        .computeIfAbsent(size, s -> new EnumMap<>(Variant.class))
        .put(variant, point);
  }

  String markdown(Dimension dimension) {
    String unit = dimension.isPerKb() ? "µs a KB" : "µs a call";
    MarkdownTable table = new MarkdownTable(List.of(
        dimension.title(),
        "agent, " + unit,
        "agent + Costspan, " + unit,
        "adds, " + unit,
        "allocates more, KB a call",
        "heap, MB",
        "with Costspan, MB"));
    points.get(dimension).forEach((size, at) -> table.row(row(dimension, size, at)));
    return dimension.description() + "\n\n" + table;
  }

  private static List<String> row(Dimension dimension, int size, Map<Variant, Point> at) {
    Point agent = at.get(Variant.AGENT);
    Point costspan = at.get(Variant.COSTSPAN);
    double without = micros(dimension, size, agent);
    double with = micros(dimension, size, costspan);
    return List.of(
        Figures.whole(size),
        Figures.threeDigits(without),
        Figures.threeDigits(with),
        Figures.threeDigits(with - without),
        Figures.threeDigits((costspan.cost().bytes() - agent.cost().bytes()) / 1_024),
        Figures.threeDigits(agent.heapBytes() / 1_048_576.0),
        Figures.threeDigits(costspan.heapBytes() / 1_048_576.0));
  }

  /** Processor time of a call, or of a KB of one. */
  private static double micros(Dimension dimension, int size, Point point) {
    return point.cost().cpuNanos() / 1e3 / (dimension.isPerKb() ? size : 1);
  }

  LineCharts picture() {
    LineCharts charts = new LineCharts(
        "Processor time of a call (or of a KB of it), µs",
        List.of(Variant.AGENT.title(), Variant.COSTSPAN.title()));
    points.forEach((dimension, sizes) -> {
      LineCharts.Chart chart = charts.chart(dimension.title());
      sizes.forEach((size, at) -> chart.point(
          size,
          List.of(
              micros(dimension, size, at.get(Variant.AGENT)),
              micros(dimension, size, at.get(Variant.COSTSPAN)))));
    });
    return charts;
  }
}
