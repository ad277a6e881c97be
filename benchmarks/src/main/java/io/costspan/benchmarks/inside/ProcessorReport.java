package io.costspan.benchmarks.inside;

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
 * Processor time and allocation of what a class of benchmarks does, as Markdown: the fastest and the
 * median batch of three JVMs. Each benchmark has to count its calls in a {@link ProcessorTime}.
 */
public final class ProcessorReport {

  private final Class<?> benchmarks;

  public ProcessorReport(Class<?> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /** The head of the table. */
  public static void printTitles(String what) {
    System.out.printf(
        "%n| %s | threads | fastest, ns | median, ns | bytes |%n|---|--:|--:|--:|--:|%n", what);
  }

  /** Measures, and prints a row for each benchmark. */
  public void print(int threads) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(benchmarks.getName())
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
        .verbosity(VerboseMode.SILENT);
    for (RunResult result : new Runner(options.build()).run()) {
      print(threads, result);
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
}
