package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.CostSource;
import io.opentelemetry.javaagent.costspan.price.Explanation;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An explanation for people. */
final class ExplanationText {

  private static final int LABEL = 10;

  private ExplanationText() {}

  static void print(Explanation explanation, Console console) {
    BilledCall call = explanation.call();
    console.say(title(call));
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "amount", "USD", "per", "USD"});
    addLines(rows, explanation, "");
    for (int i = 0; i < explanation.runs().size(); i++) {
      addLines(rows, explanation.runs().get(i), "run " + (i + 1) + ": ");
    }
    addTotal(rows, explanation.quote().cost());
    Text.table(rows, console);
    printUnpriced(explanation, console);
    printWhy(explanation, console);
  }

  /** What the call was, without its content. */
  private static String title(BilledCall call) {
    String model = call.responseModel() == null ? call.requestModel() : call.responseModel();
    return (model == null ? "no model" : model)
        + " at "
        + call.provider()
        + ", "
        + call.at()
        + (call.tenant() == null ? "" : ", tenant " + call.tenant());
  }

  private static void addLines(List<String[]> rows, Explanation explanation, String prefix) {
    for (Explanation.Line line : explanation.lines()) {
      BigDecimal rate = line.usdPerUnit();
      BigDecimal usd = line.usd();
      rows.add(new String[] {
        prefix + name(line.leaf()),
        amount(line),
        rate == null ? "no price" : Text.usd(rate),
        rate == null ? "" : line.unit(),
        usd == null ? "" : Text.usd(usd)
      });
    }
  }

  private static String amount(Explanation.Line line) {
    return line.unit().equals("second")
        ? BigDecimal.valueOf(line.amount(), 3).stripTrailingZeros().toPlainString() + " s"
        : Text.count(line.amount());
  }

  static String name(Leaf leaf) {
    return leaf.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace(" milli", "");
  }

  private static void addTotal(List<String[]> rows, @Nullable Cost cost) {
    if (cost == null) {
      return;
    }
    BigDecimal unsplit = cost.usd(CostKind.UNSPLIT);
    if (unsplit != null) {
      rows.add(new String[] {"as the provider reports", "", "", "", Text.usd(unsplit)});
    }
    rows.add(new String[] {"total", "", "", "", Text.usd(cost.usd())});
    if (cost.cacheSavedUsd().signum() > 0) {
      rows.add(new String[] {"saved by the cache", "", "", "", Text.usd(cost.cacheSavedUsd())});
    }
  }

  private static void printUnpriced(Explanation explanation, Console console) {
    UnpricedReason reason = explanation.quote().reason();
    if (reason != null) {
      console.say("");
      console.say("UNPRICED (" + reason.value() + "): " + Advice.on(reason, explanation));
    }
  }

  private static void printWhy(Explanation explanation, Console console) {
    console.say("");
    Cost cost = explanation.quote().cost();
    if (cost != null) {
      say(
          console,
          "cost",
          cost.source() == CostSource.PROVIDER
              ? "as the provider reports it"
              : "computed from the price book");
    }
    String entry = explanation.entry();
    if (entry == null) {
      return;
    }
    say(console, "entry", entry + ", book of " + explanation.version());
    say(console, "matched", explanation.matchedHow());
    say(console, "price", explanation.period());
    say(console, "terms", explanation.terms());
    sayTimes(console, "region", explanation.regionTimes());
    sayTimes(console, "contract", explanation.discountTimes());
    say(console, "sources", sources(explanation));
    say(console, "note", explanation.note());
  }

  private static @Nullable String sources(Explanation explanation) {
    if (explanation.sources().isEmpty()) {
      return null;
    }
    return String.join(", ", explanation.sources())
        + (explanation.checked() == null ? "" : "; compared " + explanation.checked());
  }

  private static void sayTimes(Console console, String label, BigDecimal times) {
    if (times.compareTo(BigDecimal.ONE) != 0) {
      say(console, label, "rates times " + times.stripTrailingZeros().toPlainString());
    }
  }

  private static void say(Console console, String label, @Nullable String what) {
    if (what != null) {
      console.say("  " + Text.padded(label, LABEL) + what);
    }
  }
}
