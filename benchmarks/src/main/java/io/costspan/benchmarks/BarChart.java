package io.costspan.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Groups of bars, one below the other, from a common line at zero. */
final class BarChart {
  private static final int LEFT = 130;
  private static final int TOP = 60;
  private static final int LENGTH = 560;
  private static final int BAR = 13;
  private static final int GAP = 14;

  private final String title;
  private final List<String> series;
  private final List<Group> groups = new ArrayList<>();

  BarChart(String title, List<String> series) {
    this.title = title;
    this.series = series;
  }

  /** A value for each of the series. */
  void group(String name, List<Double> values) {
    groups.add(new Group(name, values));
  }

  Svg drawn() {
    int groupHeight = series.size() * BAR + GAP;
    Svg svg = new Svg(LEFT + LENGTH + 60, TOP + groups.size() * groupHeight);
    svg.words(10, 20, "start", title);
    legend(svg);
    for (int i = 0; i < groups.size(); i++) {
      draw(svg, groups.get(i), TOP + i * groupHeight);
    }
    return svg;
  }

  String writeTo(Path file) throws IOException {
    return drawn().writeTo(file);
  }

  private void legend(Svg svg) {
    for (int i = 0; i < series.size(); i++) {
      int x = LEFT + i * LENGTH / series.size();
      svg.rectangle(x, 31, 10, 10, Svg.colour(i, series.size()));
      svg.words(x + 15, 40, "start", series.get(i));
    }
  }

  private void draw(Svg svg, Group group, int top) {
    svg.words(LEFT - 8, top + series.size() * BAR / 2.0 + 4, "end", group.name());
    for (int i = 0; i < series.size(); i++) {
      double length = Math.max(0, group.values().get(i)) / largest() * LENGTH;
      double y = top + i * BAR;
      svg.rectangle(LEFT, y, length, BAR - 1, Svg.colour(i, series.size()));
      svg.words(
          LEFT + length + 4, y + 10, "start", Figures.threeDigits(group.values().get(i)));
    }
  }

  private double largest() {
    return groups.stream()
        .flatMap(group -> group.values().stream())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  private record Group(String name, List<Double> values) {}
}
