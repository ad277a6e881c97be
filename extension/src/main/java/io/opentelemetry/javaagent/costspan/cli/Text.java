package io.opentelemetry.javaagent.costspan.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How figures and tables look. */
final class Text {

  private Text() {}

  /**
   * A line that does nothing to a terminal: the name of a model is whatever a response says, and
   * may hold escape sequences, line ends or marks that turn the reading direction.
   */
  static String printable(String line) {
    StringBuilder printable = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      printable.append(isPrintable(c) ? c : '?');
    }
    return printable.toString();
  }

  private static boolean isPrintable(char c) {
    int type = Character.getType(c);
    return !Character.isISOControl(c)
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  static String padded(String text, int width) {
    StringBuilder padded = new StringBuilder(text);
    while (padded.length() < width) {
      padded.append(' ');
    }
    return padded.toString();
  }

  /** USD as it is, to the last digit; at least cents. */
  static String usd(BigDecimal usd) {
    BigDecimal stripped = usd.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2).toPlainString() : stripped.toPlainString();
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 model}, {@code 2 models}. */
  static String counted(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : noun.endsWith("s") ? "es" : "s");
  }

  /** Rows of cells as lines: the first column to the left, the others to the right. */
  static void table(List<String[]> rows, Console console) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder("  ").append(padded(row[0], widths[0]));
      for (int i = 1; i < row.length; i++) {
        line.append("  ").append(padded("", widths[i] - row[i].length())).append(row[i]);
      }
      console.say(line.toString().replaceAll("\\s+$", ""));
    }
  }
}
