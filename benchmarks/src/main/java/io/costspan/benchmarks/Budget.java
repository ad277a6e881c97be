package io.costspan.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What Costspan may add to each call. Stands in a file, a line for each call. */
final class Budget {
  private static final String HEAD = """
      # What Costspan may add to a call of the agent with its module off: bytes allocated, and how
      # many times its processor time. Measured, and a few percent more. To be written anew:
      #   ./mvnw -q -Pbenchmarks -DskipTests package
      #   java -cp 'benchmarks/target/app/*' io.costspan.benchmarks.Gate write
      """;

  private final Map<String, Allowance> allowances = new LinkedHashMap<>();

  static Budget parse(String text) {
    Budget budget = new Budget();
    text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
      String[] words = line.split(" +");
      budget.put(words[0], new Allowance(Long.parseLong(words[1]), Double.parseDouble(words[2])));
    });
    return budget;
  }

  void put(String call, Allowance allowance) {
    allowances.put(call, allowance);
  }

  Map<String, Allowance> allowances() {
    return allowances;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD);
    allowances.forEach((call, allowance) -> text.append(String.format(
        Locale.ROOT, "%-16s %8d %5.2f%n", call, allowance.bytes(), allowance.ratio())));
    return text.toString();
  }

  /**
   * @param bytes added to a call, at most
   * @param ratio of the processor time of a call with Costspan to that without, at most
   */
  record Allowance(long bytes, double ratio) {}
}
