package io.costspan.demo;

import io.costspan.demo.picture.Account;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.ProviderServer;
import io.costspan.testbed.provider.ReceivedRequest;
import io.costspan.testbed.provider.Reported;
import java.util.List;

/** The provider's own books, kept in another JVM than the service and with its own price list. */
final class ProviderAccount {
  private ProviderAccount() {}

  /** The part of which the provider told the service what it used. */
  static Account of(ProviderServer provider) {
    Account.Builder account = Account.named("provider's ledger");
    provider.received().stream()
        .filter(ProviderAccount::isFirstAttempt)
        .forEach(request -> account.addCall());
    for (LedgerEntry entry : provider.ledger().entries()) {
      Bill bill = entry.bill();
      if (bill != null && entry.reported() == Reported.FULL) {
        account.addUsd(entry.requestModel(), bill.total());
      }
    }
    return account.build();
  }

  private static boolean isFirstAttempt(ReceivedRequest request) {
    return request.headers().get("X-Stainless-Retry-Count").equals(List.of("0"));
  }
}
