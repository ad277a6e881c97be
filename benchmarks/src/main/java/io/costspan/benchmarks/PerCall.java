package io.costspan.benchmarks;

import io.costspan.benchmarks.call.Application;
import io.costspan.benchmarks.call.CallCost;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Time and allocation of a call, by who watches it. Optional arguments: number of rounds, batches to
 * warm up and batches to measure, of each call. The variants take turns, one JVM each per round, so
 * that a machine that becomes slower becomes slower for all. Prints Markdown.
 */
public final class PerCall {
  /**
   * A program that makes nothing but calls makes more spans than any exporter takes, and the batch
   * processor drops the rest. Were the Collector as fast as loopback, exporting would fill the second
   * core and disturb what is measured.
   */
  private static final Duration COLLECTOR_DELAY = Duration.ofMillis(100);

  private final Measurements measurements = new Measurements();
  private final OtlpSink sink;
  private final ChildJvm jvm;

  private PerCall(OtlpSink sink) {
    this.sink = sink;
    this.jvm = new ChildJvm(sink);
  }

  public static void main(String... args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(argument(args, 0, "2"));
    try (OtlpSink sink = new OtlpSink(COLLECTOR_DELAY)) {
      PerCall program = new PerCall(sink);
      for (int round = 1; round <= rounds; round++) {
        program.round(argument(args, 1, "40"), argument(args, 2, "15"));
        System.out.printf("%nAfter round %d of %d%n%n", round, rounds);
        System.out.print(new PerCallReport(program.measurements).markdown());
      }
    }
  }

  private static String argument(String[] args, int index, String otherwise) {
    return args.length > index ? args[index] : otherwise;
  }

  private void round(String warmUps, String iterations) throws IOException, InterruptedException {
    for (Variant variant : Variant.values()) {
      String output = jvm.run(variant, "1g", Application.class, warmUps, iterations);
      CallCost.in(output).forEach(cost -> measurements.add(variant, cost));
      requireTelemetry(variant, sink.takeScopes());
    }
  }

  private static void requireTelemetry(Variant variant, Set<String> scopes) {
    if (!scopes.equals(variant.llmScopes())) {
      throw new IllegalStateException(
          "%s: spans of %s, not of %s".formatted(variant, scopes, variant.llmScopes()));
    }
  }
}
