package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.benchmarks.Budget.Allowance;
import org.junit.jupiter.api.Test;

class BudgetTest {
  @Test
  void isReadAsItWasWritten() {
    Budget budget = new Budget();
    budget.put("chat1Kb", new Allowance(16_700, 2.75));
    budget.put("stream500Chunks", new Allowance(-200_000, 1.5));

    assertThat(Budget.parse(budget.toString()).allowances()).isEqualTo(budget.allowances());
  }
}
