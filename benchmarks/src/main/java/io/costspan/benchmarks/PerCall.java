package io.costspan.benchmarks;

import io.costspan.benchmarks.call.Application;
import io.costspan.benchmarks.call.CallCost;
import java.io.IOException;
import java.util.List;

/**
 * Time and allocation of a call, by who watches it. Optional arguments: number of rounds, batches to
 * warm up with. In every round every call has a batch under every variant, one variant after the
 * other. Prints Markdown and draws a picture.
 */
public final class PerCall {
  static final String HEAP = "-Xmx1g";

  private static final String ROUNDS = "40";
  private static final String WARM_UP = "150";

  private PerCall() {}

  public static void main(String... args) throws IOException {
    int rounds = Integer.parseInt(args.length > 0 ? args[0] : ROUNDS);
    String warmUp = args.length > 1 ? args[1] : WARM_UP;
    PerCallReport report = new PerCallReport(
        measure(List.of(Variant.values()), List.of(HEAP), rounds, warmUp), rounds);
    System.out.print(report.markdown());
    System.out.println(report.picture().writeTo(Agents.pictures().resolve("per-call.svg")));
  }

  static Measurements measure(
      List<Variant> variants, List<String> options, int rounds, String warmUp) throws IOException {
    Measurements measurements = new Measurements();
    try (Crew crew = new Crew(variants, options, Application.class)) {
      crew.askAll("warm " + warmUp);
      String[] calls = crew.worker(variants.get(0)).ask("calls").split(" ");
      for (int round = 0; round < rounds; round++) {
        for (String call : calls) {
          crew.askInTurn(round, "batch " + call)
              .forEach((variant, cost) -> measurements.add(variant, CallCost.parse(cost)));
        }
      }
      crew.requireTelemetry();
    }
    return measurements;
  }
}
