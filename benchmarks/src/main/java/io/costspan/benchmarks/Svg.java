package io.costspan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A picture, of rectangles, lines and words on white. */
final class Svg {
  /** Told apart by people who see no red or no green. */
  private static final List<String> COLOURS =
      List.of("#999999", "#0072b2", "#e69f00", "#d55e00", "#009e73");

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
    rectangle(0, 0, width, height, "#ffffff");
  }

  /** The colour of a series; the last one is Costspan's. */
  static String colour(int series, int of) {
    return COLOURS.get(COLOURS.size() - of + series);
  }

  void rectangle(double x, double y, double wide, double high, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, wide, high, colour);
  }

  void line(double x1, double y1, double x2, double y2, String colour, double thick) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
            + " stroke-width=\"%.1f\"/>",
        x1, y1, x2, y2, colour, thick);
  }

  /**
   * @param anchor which end of the words is at x: start, middle or end
   */
  void words(double x, double y, String anchor, String words) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped);
  }

  private void add(String shape, Object... figures) {
    shapes.append(String.format(Locale.ROOT, shape, figures)).append('\n');
  }

  @Override
  public String toString() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" \
        font-size="12">
        %s</svg>
        """.formatted(width, height, shapes);
  }

  /** Writes the file, and says where. */
  String writeTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, toString());
    return "drawn: " + file;
  }
}
