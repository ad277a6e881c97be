package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.benchmarks.Budget.Allowance;
import io.costspan.benchmarks.call.CallCost;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private final Measurements measured = new Measurements();
  private final Verdict verdict = new Verdict(measured);

  @Test
  void passesWhatIsWithinTheBudget() {
    rounds(10, 2.0);

    assertThat(verdict.complaints(allowing(16_000, 2.5))).isEmpty();
  }

  @Test
  void refusesMoreBytes() {
    rounds(10, 2.0);

    assertThat(verdict.complaints(allowing(14_999, 2.5)))
        .containsExactly("chat: adds 15000 bytes, more than 14999");
  }

  @Test
  void refusesMoreTimeOnlyWhenItWasMoreInFiveRoundsInARow() {
    rounds(4, 3.0);
    rounds(1, 2.0);
    rounds(4, 3.0);

    assertThat(verdict.complaints(allowing(16_000, 2.5))).isEmpty();

    rounds(1, 3.0);

    assertThat(verdict.complaints(allowing(16_000, 2.5)))
        .containsExactly("chat: takes 3.00 times the processor time or more, in 5 rounds in a row;"
            + " more than 2.50");
  }

  @Test
  void refusesACallWithoutAnAllowance() {
    rounds(1, 1.0);

    assertThat(verdict.complaints(new Budget())).containsExactly("chat: not in the budget");
  }

  @Test
  void makesABudgetOfWhatWasMeasuredAndALittleMore() {
    rounds(5, 2.0);

    assertThat(verdict.budget().allowances())
        .containsEntry("chat", new Allowance(15_750, 3.0)); // 15,000 + 5 %; 2 × 1.5
  }

  private void rounds(int count, double ratio) {
    for (int i = 0; i < count; i++) {
      measured.add(Variant.AGENT, new CallCost("chat", 50_000, 40_000, 50_000));
      measured.add(Variant.COSTSPAN, new CallCost("chat", 90_000, 40_000 * ratio, 65_000));
    }
  }

  private static Budget allowing(long bytes, double ratio) {
    Budget budget = new Budget();
    budget.put("chat", new Allowance(bytes, ratio));
    return budget;
  }
}
