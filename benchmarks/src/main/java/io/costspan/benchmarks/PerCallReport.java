package io.costspan.benchmarks;

import io.costspan.benchmarks.call.CallCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures of {@link PerCall} in Markdown, and the ratios as a picture. */
final class PerCallReport {
  private static final ToDoubleFunction<CallCost> MICROS = cost -> cost.nanos() / 1e3;
  private static final ToDoubleFunction<CallCost> CPU_MICROS = cost -> cost.cpuNanos() / 1e3;
  private static final ToDoubleFunction<CallCost> KB = cost -> cost.bytes() / 1024;
  private static final List<Variant> ALL = List.of(Variant.values());
  private static final List<Variant> OTHERS =
      ALL.stream().filter(variant -> variant != Variant.AGENT).toList();

  private final Measurements measured;
  private final int rounds;

  PerCallReport(Measurements measured, int rounds) {
    this.measured = measured;
    this.rounds = rounds;
  }

  String markdown() {
    return String.join(
        "\n",
        "Medians of " + rounds + " rounds. In brackets: from the 10th to the 90th of 100.\n",
        "Processor time of the calling thread, µs a call\n",
        table(ALL, (call, variant) -> median(measured.sample(call, variant, CPU_MICROS))),
        "More than under the agent with its module off, in the same round, µs\n",
        table(OTHERS, (call, variant) -> range(measured.added(call, variant, CPU_MICROS))),
        "The same as a ratio\n",
        table(OTHERS, (call, variant) -> ratio(measured.ratio(call, variant, CPU_MICROS))),
        "Time on the wall, µs a call\n",
        table(ALL, (call, variant) -> median(measured.sample(call, variant, MICROS))),
        "Allocated by the calling thread, KB a call\n",
        table(ALL, (call, variant) -> median(measured.sample(call, variant, KB))),
        "More than under the agent with its module off, KB\n",
        table(OTHERS, (call, variant) -> range(measured.added(call, variant, KB))),
        "");
  }

  /** Processor time as a multiple of the agent's with its module off. */
  BarChart picture() {
    BarChart chart = new BarChart(
        "Processor time of a call, as a multiple of the agent's with its module off",
        OTHERS.stream().map(Variant::title).toList());
    for (String call : measured.calls()) {
      chart.group(
          call,
          OTHERS.stream()
              .map(variant -> measured.ratio(call, variant, CPU_MICROS).median())
              .toList());
    }
    return chart;
  }

  private String table(List<Variant> variants, Cell cell) {
    List<String> titles = new ArrayList<>(List.of("call"));
    variants.forEach(variant -> titles.add(variant.title()));
    MarkdownTable table = new MarkdownTable(titles);
    for (String call : measured.calls()) {
      List<String> row = new ArrayList<>(List.of(call));
      variants.forEach(variant -> row.add(cell.of(call, variant)));
      table.row(row);
    }
    return table.toString();
  }

  private static String median(Sample sample) {
    return Figures.threeDigits(sample.median());
  }

  private static String range(Sample sample) {
    return spread(sample, Figures::threeDigits);
  }

  private static String ratio(Sample sample) {
    return spread(sample, value -> String.format(Locale.ROOT, "%.2f", value));
  }

  private static String spread(Sample sample, Function<Double, String> text) {
    return "%s (%s to %s)"
        .formatted(
            text.apply(sample.median()),
            text.apply(sample.percentile(10)),
            text.apply(sample.percentile(90)));
  }

  private interface Cell {
    String of(String call, Variant variant);
  }
}
