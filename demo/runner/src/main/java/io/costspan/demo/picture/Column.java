package io.costspan.demo.picture;

import java.util.List;

/** The width of one column and the place of its cells in it. */
final class Column {
  private final TextTable.Align align;
  private final int width;
  private final int fractionWidth;

  Column(TextTable.Align align, List<String> cells) {
    this.align = align;
    this.fractionWidth = align == TextTable.Align.POINT
        ? cells.stream().mapToInt(Column::fractionOf).max().orElse(0)
        : 0;
    this.width = cells.stream().mapToInt(cell -> padded(cell).length()).max().orElse(0);
  }

  int width() {
    return width;
  }

  String aligned(String cell) {
    String padded = padded(cell);
    String space = " ".repeat(width - padded.length());
    return align == TextTable.Align.LEFT ? padded + space : space + padded;
  }

  /** With as many blanks behind it as it has fewer decimals than the longest. */
  private String padded(String cell) {
    boolean number = align == TextTable.Align.POINT && isNumber(cell);
    return number ? cell + " ".repeat(fractionWidth - fractionOf(cell)) : cell;
  }

  /** Digits behind the point, and the point itself. */
  private static int fractionOf(String cell) {
    int point = isNumber(cell) ? cell.indexOf('.') : -1;
    return point < 0 ? 0 : cell.length() - point;
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(cell.length() - 1));
  }
}
