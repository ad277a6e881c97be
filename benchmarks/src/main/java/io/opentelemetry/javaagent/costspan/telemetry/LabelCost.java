package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Processor time and allocation of the bounded labels of a call, in one thread and in two. Prints
 * Markdown: the fastest and the median batch of three JVMs.
 */
public final class LabelCost {

  private LabelCost() {}

  public static void main(String... args) throws RunnerException {
    System.out.printf(
        "%n| labels of a call | threads | fastest, ns | median, ns | bytes |%n|---|--:|--:|--:|--:|%n");
    for (int threads = 1; threads <= 2; threads++) {
      for (RunResult result : results(threads)) {
        print(threads, result);
      }
    }
  }

  private static void print(int threads, RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    double[] nanos = result.getBenchmarkResults().stream()
        .flatMap(run -> run.getIterationResults().stream())
        .map(batch -> batch.getSecondaryResults().get("nanosPerCall").getScore())
        .mapToDouble(sum -> sum / threads)
        .sorted()
        .toArray();
    System.out.printf(
        "| %s | %d | %.0f | %.0f | %.0f |%n",
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        threads,
        nanos[0],
        nanos[nanos.length / 2],
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  private static Collection<RunResult> results(int threads) throws RunnerException {
    return new Runner(new OptionsBuilder()
            .include(BoundedCalls.class.getName())
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .threads(threads)
            .forks(3)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(500))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build())
        .run();
  }
}
