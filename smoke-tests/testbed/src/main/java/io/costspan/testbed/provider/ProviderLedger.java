package io.costspan.testbed.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the provider would put on its invoice. Safe for use by many threads. */
public final class ProviderLedger {
  private final List<LedgerEntry> entries = new ArrayList<>();

  synchronized void add(LedgerEntry entry) {
    entries.add(entry);
  }

  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  /** All entries, which are forgotten: for who runs for an hour. */
  public synchronized List<LedgerEntry> take() {
    List<LedgerEntry> taken = List.copyOf(entries);
    entries.clear();
    return taken;
  }

  /** The only entry of the call with this number; fails when there is not exactly one. */
  public LedgerEntry ofCall(long callNumber) {
    return only(entry -> entry.callNumber() == callNumber, "call " + callNumber);
  }

  public LedgerEntry ofResponse(String responseId) {
    return only(entry -> entry.responseId().equals(responseId), responseId);
  }

  /** USD of everything that had a price, whether or not the client could know it. */
  public BigDecimal invoicedUsd() {
    return sum(entry -> true);
  }

  /** USD of everything whose usage was told to the client: what it can account for. */
  public BigDecimal accountableUsd() {
    return sum(entry -> entry.reported() == Reported.FULL);
  }

  private BigDecimal sum(Predicate<LedgerEntry> counted) {
    BigDecimal usd = BigDecimal.ZERO;
    for (LedgerEntry entry : entries()) {
      Bill bill = entry.bill();
      if (bill != null && counted.test(entry)) {
        usd = usd.add(bill.total());
      }
    }
    return usd;
  }

  private LedgerEntry only(Predicate<LedgerEntry> wanted, String what) {
    List<LedgerEntry> found = entries().stream().filter(wanted).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " ledger entries of " + what);
    }
    return found.get(0);
  }
}
