package io.costspan.benchmarks;

import io.costspan.benchmarks.call.CallCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The figures of {@link PerCall} in Markdown. */
final class PerCallReport {
  private static final ToDoubleFunction<CallCost> MICROS = cost -> cost.nanos() / 1e3;
  private static final ToDoubleFunction<CallCost> CPU_MICROS = cost -> cost.cpuNanos() / 1e3;
  private static final ToDoubleFunction<CallCost> KB = cost -> cost.bytes() / 1024;

  private final Measurements measurements;

  PerCallReport(Measurements measurements) {
    this.measurements = measurements;
  }

  String markdown() {
    return String.join(
        "\n",
        "Time of a call, µs: median, quartiles\n",
        byVariant(MICROS, PerCallReport::fastest),
        "Processor time of the calling thread, µs: median, quartiles\n",
        byVariant(CPU_MICROS, PerCallReport::fastest),
        "Allocated by the calling thread, KB\n",
        byVariant(KB, sample -> figure(sample.median())),
        "Added to the agent without its module: median processor time, median allocation\n",
        added());
  }

  private String byVariant(ToDoubleFunction<CallCost> measure, Function<Sample, String> cell) {
    List<String> titles = new ArrayList<>(List.of("call"));
    Stream.of(Variant.values()).map(Variant::title).forEach(titles::add);
    MarkdownTable table = new MarkdownTable(titles);
    for (String call : measurements.calls()) {
      List<String> row = new ArrayList<>(List.of(call));
      for (Variant variant : Variant.values()) {
        row.add(cell.apply(measurements.sample(call, variant, measure)));
      }
      table.row(row);
    }
    return table.toString();
  }

  private String added() {
    MarkdownTable table = new MarkdownTable(
        List.of("call", "module, µs", "Costspan, µs", "module, KB", "Costspan, KB"));
    for (String call : measurements.calls()) {
      table.row(List.of(
          call,
          added(call, Variant.MODULE, CPU_MICROS),
          added(call, Variant.COSTSPAN, CPU_MICROS),
          added(call, Variant.MODULE, KB),
          added(call, Variant.COSTSPAN, KB)));
    }
    return table.toString();
  }

  private String added(String call, Variant variant, ToDoubleFunction<CallCost> measure) {
    return figure(measurements.sample(call, variant, measure).median()
        - measurements.sample(call, Variant.AGENT, measure).median());
  }

  private static String fastest(Sample sample) {
    return "%s (%s)".formatted(figure(sample.min()), figure(sample.median()));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }
}
