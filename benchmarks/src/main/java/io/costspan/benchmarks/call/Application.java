package io.costspan.benchmarks.call;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;

/**
 * Makes all the calls, over and over, and prints what each batch cost. Arguments: batches to warm
 * up, batches to measure, of each call.
 *
 * <p>Batches of so many calls, and not of so many seconds: on a busy machine seconds are not enough
 * to be compiled, and what is measured then is the interpreter. All calls share a JVM, warm before
 * the first is measured: an application makes different calls too, and a JVM for each would spend
 * most of the run on compiling the same code.
 */
public final class Application {
  private Application() {}

  public static void main(String... args) throws RunnerException {
    Options options = new OptionsBuilder()
        .include(OpenAiCalls.class.getName())
        .include(AnthropicCalls.class.getName())
        .mode(Mode.SingleShotTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(0)
        .warmupMode(WarmupMode.BULK)
        .warmupIterations(Integer.parseInt(args[0]))
        .measurementIterations(Integer.parseInt(args[1]))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
    for (RunResult result : new Runner(options).run()) {
      print(result);
    }
  }

  private static void print(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String call = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    result.getBenchmarkResults().stream()
        .flatMap(run -> run.getIterationResults().stream())
        .map(iteration -> cost(call, iteration))
        .forEach(System.out::println);
  }

  private static CallCost cost(String call, IterationResult iteration) {
    double calls = counter(iteration, "calls");
    return new CallCost(
        call,
        iteration.getPrimaryResult().getScore() / calls,
        counter(iteration, "cpuNanos") / calls,
        counter(iteration, "allocatedBytes") / calls);
  }

  private static double counter(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().get(name).getScore();
  }
}
