package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  @Test
  void showsTheAccountsSideBySide() {
    Reconciliation reconciliation = new Reconciliation(List.of(
        account("spans", 3, "a", "0.30", "b", "0.0000005"),
        account("ledger", 3, "a", "0.3", "b", "0.0000005")));

    assertThat(reconciliation).hasToString("""
        ──────────────────────────────
                      spans     ledger
        ──────────────────────────────
        a         0.3        0.3
        b         0.0000005  0.0000005
        ──────────────────────────────
        all, USD  0.3000005  0.3000005
        calls     3          3
        Equal to the last digit.
        """);
    assertThat(reconciliation.agrees()).isTrue();
  }

  @Test
  void seesTheLastDigit() {
    Reconciliation reconciliation = new Reconciliation(
        List.of(account("spans", 1, "a", "0.123456789"), account("ledger", 1, "a", "0.123456788")));

    assertThat(reconciliation.agrees()).isFalse();
    assertThat(reconciliation.toString()).endsWith("NOT EQUAL.\n");
  }

  @Test
  void seesAnAmountUnderTheWrongModel() {
    Reconciliation reconciliation = new Reconciliation(
        List.of(account("spans", 1, "a", "0.5"), account("ledger", 1, "b", "0.5")));

    assertThat(reconciliation.agrees()).isFalse();
  }

  @Test
  void seesACallThatOneOfThemMissed() {
    Reconciliation reconciliation = new Reconciliation(
        List.of(account("spans", 2, "a", "0.5"), account("ledger", 3, "a", "0.5")));

    assertThat(reconciliation.agrees()).isFalse();
  }

  @Test
  void doesNotTakeSilenceForAgreement() {
    assertThat(new Reconciliation(List.of(account("spans", 0), account("ledger", 0))).agrees())
        .isFalse();
    assertThat(new Reconciliation(List.of(account("spans", 4), account("ledger", 4))).agrees())
        .isFalse();
  }

  private static Account account(String name, int calls, String... usdByModel) {
    Account.Builder account = Account.named(name);
    for (int i = 0; i < calls; i++) {
      account.addCall();
    }
    for (int i = 0; i < usdByModel.length; i += 2) {
      account.addUsd(usdByModel[i], new BigDecimal(usdByModel[i + 1]));
    }
    return account.build();
  }
}
