package io.costspan.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small charts in rows of three, of the same series; x and y grow by tens. */
final class LineCharts {
  private static final int COLUMNS = 3;
  private static final int TOP = 60;
  private static final int WIDTH = 260;
  private static final int HEIGHT = 200;

  private final String title;
  private final List<String> series;
  private final List<Chart> charts = new ArrayList<>();

  LineCharts(String title, List<String> series) {
    this.title = title;
    this.series = series;
  }

  Chart chart(String name) {
    Chart chart = new Chart(name);
    charts.add(chart);
    return chart;
  }

  Svg drawn() {
    int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
    Svg svg = new Svg(COLUMNS * WIDTH, TOP + rows * HEIGHT);
    svg.words(10, 20, "start", title);
    for (int i = 0; i < series.size(); i++) {
      svg.rectangle(10 + i * 160, 31, 10, 10, Svg.colour(i, series.size()));
      svg.words(25 + i * 160, 40, "start", series.get(i));
    }
    for (int i = 0; i < charts.size(); i++) {
      charts.get(i).draw(svg, i % COLUMNS * WIDTH, TOP + i / COLUMNS * HEIGHT);
    }
    return svg;
  }

  String writeTo(Path file) throws IOException {
    return drawn().writeTo(file);
  }

  /** One of them: a line for each of the series. */
  static final class Chart {
    private static final int LEFT = 45;
    private static final int BOTTOM = HEIGHT - 45;
    private static final int LONG = WIDTH - LEFT - 25;
    private static final int HIGH = BOTTOM - 15;

    private final String name;
    private final List<Double> xs = new ArrayList<>();
    private final List<List<Double>> ys = new ArrayList<>();

    private Chart(String name) {
      this.name = name;
    }

    /** Both from more than 0; x larger than before. */
    void point(double x, List<Double> values) {
      xs.add(x);
      ys.add(values);
    }

    private void draw(Svg svg, int left, int top) {
      Scale across = Scale.over(xs, LONG);
      Scale up = Scale.over(ys.stream().flatMap(List::stream).toList(), HIGH);
      for (double tick : across.ticks()) {
        svg.words(left + LEFT + across.at(tick), top + BOTTOM + 15, "middle", Figures.brief(tick));
      }
      for (double tick : up.ticks()) {
        double y = top + BOTTOM - up.at(tick);
        svg.line(left + LEFT, y, left + LEFT + LONG, y, "#dddddd", 1);
        svg.words(left + LEFT - 5, y + 4, "end", Figures.brief(tick));
      }
      svg.words(left + LEFT + LONG / 2.0, top + BOTTOM + 33, "middle", name);
      for (int line = 0; line < ys.get(0).size(); line++) {
        drawLine(svg, line, left + LEFT, top + BOTTOM, across, up);
      }
    }

    private void drawLine(Svg svg, int line, int left, int bottom, Scale across, Scale up) {
      String colour = Svg.colour(line, ys.get(0).size());
      for (int i = 1; i < xs.size(); i++) {
        svg.line(
            left + across.at(xs.get(i - 1)),
            bottom - up.at(ys.get(i - 1).get(line)),
            left + across.at(xs.get(i)),
            bottom - up.at(ys.get(i).get(line)),
            colour,
            2);
      }
    }
  }
}
