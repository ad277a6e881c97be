package io.costspan.benchmarks;

import io.costspan.benchmarks.growth.Application;
import io.costspan.benchmarks.growth.Dimension;
import io.costspan.benchmarks.growth.Point;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What a call costs as that grows which traffic controls, under the agent alone and with Costspan,
 * in turns. Optional arguments: how far at most, and what of {@link Dimension}, by name. Prints
 * Markdown and draws a picture.
 */
public final class Growth {
  private static final List<Variant> VARIANTS = List.of(Variant.AGENT, Variant.COSTSPAN);

  private Growth() {}

  public static void main(String... args) throws IOException {
    int limit = args.length > 0 ? Integer.parseInt(args[0]) : Integer.MAX_VALUE;
    GrowthReport report = new GrowthReport();
    for (Dimension dimension : dimensions(args)) {
      measure(dimension, limit, report);
      System.out.println(report.markdown(dimension));
    }
    System.out.println(report.picture().writeTo(Agents.pictures().resolve("growth.svg")));
  }

  private static List<Dimension> dimensions(String... args) {
    return args.length < 2
        ? List.of(Dimension.values())
        : Arrays.stream(args).skip(1).map(Dimension::valueOf).toList();
  }

  private static void measure(Dimension dimension, int limit, GrowthReport report)
      throws IOException {
    try (Crew crew = new Crew(VARIANTS, List.of("-Xmx3g"), Application.class, dimension.name())) {
      crew.askAll("warm");
      List<Integer> sizes = dimension.sizes(limit);
      for (int i = 0; i < sizes.size(); i++) {
        int size = sizes.get(i);
        crew.askInTurn(i, "grow " + size)
            .forEach((variant, point) -> report.add(dimension, size, variant, Point.parse(point)));
      }
      crew.requireTelemetryOf(Variant.COSTSPAN);
    }
  }
}
