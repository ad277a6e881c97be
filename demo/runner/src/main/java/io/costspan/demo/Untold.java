package io.costspan.demo;

import io.costspan.demo.picture.Usd;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.ProviderLedger;
import io.costspan.testbed.provider.Reported;
import java.util.List;

/** What the provider charges without having said so: answers that were not listened to. */
final class Untold {
  private Untold() {}

  /** Empty when every answer was told. */
  static String of(ProviderLedger ledger) {
    List<Bill> bills = ledger.entries().stream()
        .filter(entry -> entry.reported() != Reported.FULL && entry.bill() != null)
        .map(LedgerEntry::bill)
        .toList();
    if (bills.isEmpty()) {
      return "";
    }
    return """
        The provider also charges %s for %d abandoned streams. What they used is told at the end
        of a stream, which nobody read: they are counted as unpriced (no_usage), not guessed at.
        """.formatted(
            Usd.of(ledger.invoicedUsd().subtract(ledger.accountableUsd())), bills.size());
  }
}
