package io.costspan.benchmarks.price;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * Time and allocation of a price, then time and memory of the bundled book, as it is and grown to
 * the size given (2,500 entries). Prints Markdown: the median and the range of all JVMs.
 */
public final class PriceEngine {

  private static final String CLASS_PATH = "java.class.path";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private PriceEngine() {}

  public static void main(String... args) throws RunnerException, IOException {
    printQuotes();
    GrownBook book = GrownBook.ofBundled();
    printBook(book.entries());
    int entries = args.length > 0 ? Integer.parseInt(args[0]) : 2_500;
    if (entries > book.entries()) {
      Path directory = Files.createTempDirectory("grown-book");
      book.write(directory, entries);
      // JMH starts its JVMs with the class path of this one.
      System.setProperty(
          CLASS_PATH, directory + File.pathSeparator + System.getProperty(CLASS_PATH));
      printBook(entries);
    }
  }

  private static void printQuotes() throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include(PricedCalls.class.getName())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(3)
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class);
    System.out.printf("%n| call | ns | bytes |%n|---|--:|--:|%n");
    results(options)
        .forEach((call, result) -> System.out.printf(
            "| %s | %s | %.0f |%n",
            call,
            text(result.getPrimaryResult().getStatistics(), 1, "%.0f"),
            result.getSecondaryResults().get(ALLOCATED).getScore()));
  }

  private static void printBook(int entries) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include(ColdBook.class.getName())
        .mode(Mode.SingleShotTime)
        .timeUnit(TimeUnit.MILLISECONDS)
        .forks(10)
        .warmupIterations(0)
        .measurementIterations(1);
    Map<String, RunResult> results = results(options);
    System.out.printf("%n| book of %d entries | |%n|---|--:|%n", entries);
    System.out.printf("| load, ms | %s |%n", time(results, "load"));
    System.out.printf("| load, ms of processor | %s |%n", processor(results, "load"));
    System.out.printf("| first quote after it, ms | %s |%n", time(results, "firstQuote"));
    System.out.printf("| first quote, ms of processor | %s |%n", processor(results, "firstQuote"));
    double held = counter(results.get("held"), "bytes").getPercentile(50);
    System.out.printf("| held, KB | %.0f |%n", held / 1024);
  }

  private static String time(Map<String, RunResult> results, String benchmark) {
    return text(results.get(benchmark).getPrimaryResult().getStatistics(), 1, "%.1f");
  }

  private static String processor(Map<String, RunResult> results, String benchmark) {
    return text(counter(results.get(benchmark), "cpuNanos"), 1e6, "%.1f");
  }

  private static Statistics counter(RunResult result, String name) {
    ListStatistics shots = new ListStatistics();
    result.getBenchmarkResults().stream()
        .flatMap(run -> run.getIterationResults().stream())
        .forEach(shot -> shots.addValue(shot.getSecondaryResults().get(name).getScore()));
    return shots;
  }

  private static Map<String, RunResult> results(ChainedOptionsBuilder options)
      throws RunnerException {
    Collection<RunResult> results =
        new Runner(options.shouldFailOnError(true).verbosity(VerboseMode.SILENT).build()).run();
    Map<String, RunResult> byName = new TreeMap<>();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      byName.put(benchmark.substring(benchmark.lastIndexOf('.') + 1), result);
    }
    return byName;
  }

  private static String text(Statistics runs, double unit, String format) {
    return String.format(
        format + " (" + format + " to " + format + ")",
        runs.getPercentile(50) / unit,
        runs.getMin() / unit,
        runs.getMax() / unit);
  }
}
