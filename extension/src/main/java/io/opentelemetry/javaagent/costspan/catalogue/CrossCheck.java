package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.List;

/** The table that holds the book against its sources: one line per figure that two of them have. */
final class CrossCheck {

  private static final String HEAD =
      "# What our book says beside what its sources say: a line per figure that at least two have.\n"
          + "# entry: its id. at: a day (UTC, noon will do) on which to ask. terms: standard, or what is\n"
          + "# special, joined by +: a service tier, fast, a window, above:N or from:N input tokens.\n"
          + "# rate: its name in the book; token rates are USD per million, fees per thousand, others per one.\n"
          + "# ours and the sources': exact decimals; unknown: exists, nobody can tell; -: has none.\n"
          + "# Ours is what a call is billed by, so a rate that its default gives is here too.\n"
          + "# reason: empty when ours is what more sources have than any other figure; else the rule that\n"
          + "# decided, a colon, and why. Figures of a source that is too old for the day stand here too.\n"
          + "# entry\tat\tterms\trate\tours\tgenai-prices\tpi-ai\tlitellm\tlangfuse\treason\n";

  private CrossCheck() {}

  static String of(List<CheckedEntry> entries, LocalDate version) {
    StringBuilder table = new StringBuilder(HEAD);
    for (CheckedEntry entry : entries) {
      for (CheckedCell cell : entry.cells(version)) {
        table.append(String.join("\t", cell.columns())).append('\n');
      }
    }
    return table.toString();
  }
}
