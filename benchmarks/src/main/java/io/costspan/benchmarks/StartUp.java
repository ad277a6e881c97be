package io.costspan.benchmarks;

import io.costspan.benchmarks.startup.Application;
import io.costspan.benchmarks.startup.Vitals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Start-up of an application by who watches it: one that does nothing, and one that makes its first
 * LLM call. Optional argument: number of runs. The variants take turns. Prints Markdown.
 */
public final class StartUp {
  private static final int DEFAULT_RUNS = 20;
  private static final List<Variant> VARIANTS =
      List.of(Variant.NO_AGENT, Variant.MODULE, Variant.COSTSPAN);

  private final OtlpSink sink;
  private final ChildJvm jvm;

  private StartUp(OtlpSink sink) {
    this.sink = sink;
    this.jvm = new ChildJvm(sink);
  }

  public static void main(String... args) throws IOException, InterruptedException {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_RUNS;
    StartUpReport idle = new StartUpReport("An empty main");
    StartUpReport call = new StartUpReport("One LLM call");
    try (OtlpSink sink = new OtlpSink(Duration.ZERO)) {
      StartUp program = new StartUp(sink);
      for (int run = 0; run < runs; run++) {
        program.round(idle, "");
        program.round(call, Application.CALL);
      }
    }
    System.out.print(idle.markdown() + "\n" + call.markdown());
  }

  private void round(StartUpReport report, String work) throws IOException, InterruptedException {
    for (Variant variant : VARIANTS) {
      long startNanos = System.nanoTime();
      Vitals vitals = Vitals.in(jvm.run(variant, List.of("-Xmx256m"), Application.class, work));
      report.add(variant, vitals, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
      requireTelemetry(variant, work, sink.takeScopes());
    }
  }

  private static void requireTelemetry(Variant variant, String work, Set<String> scopes) {
    boolean expected = work.equals(Application.CALL) && variant != Variant.NO_AGENT;
    if (scopes.isEmpty() == expected || !variant.llmScopes().containsAll(scopes)) {
      throw new IllegalStateException("%s %s: spans of %s".formatted(variant, work, scopes));
    }
  }
}
