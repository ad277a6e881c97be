package io.costspan.demo.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns that line up; numbers line up at their decimal points. */
final class TextTable {
  /** How the cells of a column stand below each other. */
  enum Align {
    LEFT,
    RIGHT,
    POINT
  }

  private static final String GAP = "  ";

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(Align... columns) {
    this.columns = List.of(columns);
  }

  TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(Arrays.asList(cells));
    return this;
  }

  /** A line across the table. */
  TextTable rule() {
    rows.add(List.of());
    return this;
  }

  @Override
  public String toString() {
    List<Column> widths = new ArrayList<>();
    int total = -GAP.length();
    for (int i = 0; i < columns.size(); i++) {
      Column column = new Column(columns.get(i), cellsOf(i));
      widths.add(column);
      total += column.width() + GAP.length();
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(row.isEmpty() ? "─".repeat(total) : line(row, widths)).append('\n');
    }
    return text.toString();
  }

  private List<String> cellsOf(int column) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .map(row -> row.get(column))
        .toList();
  }

  private static String line(List<String> cells, List<Column> columns) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : GAP).append(columns.get(i).aligned(cells.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
