package io.costspan.benchmarks;

import io.costspan.benchmarks.Budget.Allowance;
import io.costspan.benchmarks.call.CallCost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether what was measured is within a budget. Bytes do not depend on who else uses the machine, and
 * their median counts. Ratios of times do, and only those of several rounds in a row count, in which
 * the two variants took turns.
 */
final class Verdict {
  private static final int ROUNDS_IN_A_ROW = 5;
  private static final double MORE_TIME = 1.5;
  private static final double MORE_BYTES = 0.05;

  /** An object of four fields. */
  private static final double SOME_BYTES = 32;

  private final Measurements measured;

  Verdict(Measurements measured) {
    this.measured = measured;
  }

  /** One line for each call that is above its allowance, or has none. */
  List<String> complaints(Budget budget) {
    List<String> complaints = new ArrayList<>();
    for (String call : measured.calls()) {
      Allowance allowance = budget.allowances().get(call);
      if (allowance == null) {
        complaints.add(call + ": not in the budget");
      } else {
        complain(call, allowance, complaints);
      }
    }
    return complaints;
  }

  private void complain(String call, Allowance allowance, List<String> complaints) {
    double bytes = addedBytes(call);
    if (bytes > allowance.bytes()) {
      complaints.add(String.format(
          Locale.ROOT, "%s: adds %.0f bytes, more than %d", call, bytes, allowance.bytes()));
    }
    double ratio = leastOfTheWorstRow(ratios(call));
    if (ratio > allowance.ratio()) {
      complaints.add(String.format(
          Locale.ROOT,
          "%s: takes %.2f times the processor time or more, in %d rounds in a row; more than %.2f",
          call,
          ratio,
          ROUNDS_IN_A_ROW,
          allowance.ratio()));
    }
  }

  /** A budget in which this is within. */
  Budget budget() {
    Budget budget = new Budget();
    for (String call : measured.calls()) {
      double ratio = measured.ratio(call, Variant.COSTSPAN, CallCost::cpuNanos).percentile(90);
      budget.put(
          call,
          new Allowance((long) Math.ceil(addedBytes(call) + slackBytes(call)), ratio * MORE_TIME));
    }
    return budget;
  }

  private double slackBytes(String call) {
    Sample added = measured.added(call, Variant.COSTSPAN, CallCost::bytes);
    double share = Math.max(Math.abs(added.median()) * MORE_BYTES, SOME_BYTES);
    return Math.max(share, added.percentile(90) - added.percentile(10));
  }

  private double addedBytes(String call) {
    return measured.added(call, Variant.COSTSPAN, CallCost::bytes).median();
  }

  private List<Double> ratios(String call) {
    return measured.ratio(call, Variant.COSTSPAN, CallCost::cpuNanos).inOrder();
  }

  /** Of the rows of so many rounds, the one whose best round is the worst. */
  private static double leastOfTheWorstRow(List<Double> ratios) {
    double worst = 0;
    for (int i = 0; i + ROUNDS_IN_A_ROW <= ratios.size(); i++) {
      worst = Math.max(worst, Collections.min(ratios.subList(i, i + ROUNDS_IN_A_ROW)));
    }
    return worst;
  }

  String markdown(Budget budget) {
    MarkdownTable table = new MarkdownTable(
        List.of("call", "adds, bytes", "at most", "processor, ratio", "at most, in a row"));
    budget
        .allowances()
        .forEach((call, allowance) -> table.row(List.of(
            call,
            Figures.whole(Math.round(addedBytes(call))),
            Figures.whole(allowance.bytes()),
            Figures.threeDigits(
                measured.ratio(call, Variant.COSTSPAN, CallCost::cpuNanos).median()),
            Figures.threeDigits(allowance.ratio()))));
    return table.toString();
  }
}
