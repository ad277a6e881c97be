package io.costspan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether Costspan adds no more to a call than the budget allows; about a minute. With the argument
 * {@value #WRITE} the budget is written anew instead. Ends with 1 when the budget is exceeded.
 */
public final class Gate {
  static final String WRITE = "write";

  private static final int ROUNDS = 12;
  private static final String WARM_UP = "60";

  /**
   * With these a JVM allocates what the code asks for. Without, it leaves out what it can, which in
   * a stream is one time a few hundred kilobytes more than the next.
   */
  private static final List<String> ALL_THAT_IS_ASKED_FOR = List.of(
      PerCall.HEAP,
      "-XX:+IgnoreUnrecognizedVMOptions",
      "-XX:-DoEscapeAnalysis",
      "-XX:-EliminateAutoBox",
      "-XX:-OptimizeStringConcat");

  private Gate() {}

  public static void main(String... args) throws IOException {
    Verdict verdict = measure();
    if (args.length > 0 && args[0].equals(WRITE)) {
      Files.writeString(budgetFile(), verdict.budget().toString());
    }
    System.out.print(verdict.markdown(budget()));
    List<String> complaints = verdict.complaints(budget());
    complaints.forEach(System.err::println);
    System.exit(complaints.isEmpty() ? 0 : 1);
  }

  static Verdict measure() throws IOException {
    List<Variant> variants = List.of(Variant.AGENT, Variant.COSTSPAN);
    return new Verdict(PerCall.measure(variants, ALL_THAT_IS_ASKED_FOR, ROUNDS, WARM_UP));
  }

  static Budget budget() throws IOException {
    return Budget.parse(Files.readString(budgetFile()));
  }

  private static Path budgetFile() {
    return Agents.buildDirectory().resolveSibling("budget.txt");
  }
}
