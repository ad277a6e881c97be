package io.costspan.demo.picture;

import io.costspan.demo.picture.TextTable.Align;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Several accounts of the same calls, side by side. They agree or they do not: nothing is rounded. */
public final class Reconciliation {
  private final List<Account> accounts;
  private final SortedSet<String> models = new TreeSet<>();

  /** The first account is what the others are held against. */
  public Reconciliation(List<Account> accounts) {
    this.accounts = List.copyOf(accounts);
    accounts.forEach(account -> models.addAll(account.usdByModel().keySet()));
  }

  /** Whether all know of the same calls and the same amount for each model, to the last digit. */
  public boolean agrees() {
    Account first = accounts.get(0);
    return first.calls() > 0
        && first.usd().signum() > 0
        && accounts.stream().allMatch(account -> agree(first, account));
  }

  private boolean agree(Account first, Account other) {
    return first.calls() == other.calls()
        && models.stream().allMatch(model -> equal(first.usd(model), other.usd(model)));
  }

  private static boolean equal(BigDecimal usd, BigDecimal other) {
    return usd.compareTo(other) == 0;
  }

  @Override
  public String toString() {
    Align[] columns = new Align[accounts.size() + 1];
    Arrays.fill(columns, Align.POINT);
    columns[0] = Align.LEFT;
    TextTable table = new TextTable(columns);
    table.rule();
    row(table, "", Account::name);
    table.rule();
    models.forEach(model -> row(table, model, account -> Usd.digits(account.usd(model))));
    table.rule();
    row(table, "all, USD", account -> Usd.digits(account.usd()));
    row(table, "calls", account -> Long.toString(account.calls()));
    return table + verdict();
  }

  private void row(TextTable table, String heading, Function<Account, String> cell) {
    String[] cells = new String[accounts.size() + 1];
    cells[0] = heading;
    for (int i = 0; i < accounts.size(); i++) {
      cells[i + 1] = cell.apply(accounts.get(i));
    }
    table.row(cells);
  }

  private String verdict() {
    return agrees() ? "Equal to the last digit.\n" : "NOT EQUAL.\n";
  }
}
