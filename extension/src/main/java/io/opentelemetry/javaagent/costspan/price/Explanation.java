package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import io.opentelemetry.javaagent.costspan.usage.ModelRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a quote came about: the entry, its source and dates, the terms, each leaf × rate. Immutable. */
public final class Explanation {

  private static final Leaf[] LEAVES = Leaf.values();

  private final BilledCall call;
  private final Quote quote;
  private final @Nullable String matchedHow;
  private final @Nullable PriceEntry entry;
  private final @Nullable DatedPrice price;
  private final @Nullable Tariff tariff;
  private final boolean free;
  private final List<Line> lines;
  private final List<Explanation> runs;

  private Explanation(
      BilledCall call,
      Quote quote,
      Match match,
      @Nullable DatedPrice price,
      @Nullable Tariff tariff,
      boolean free,
      List<Explanation> runs) {
    BookEntry found = match.entry();
    this.call = call;
    this.quote = quote;
    this.matchedHow = found == null ? null : match.how();
    this.entry = found == null ? null : found.entry();
    this.price = price;
    this.tariff = tariff;
    this.free = free;
    this.lines = lines(!runs.isEmpty());
    this.runs = runs;
  }

  static Explanation of(BookStack books, String version, BilledCall call, Quote quote) {
    Match match = books.find(call);
    BookEntry found = match.entry();
    DatedPrice price = found == null ? null : found.entry().at(call.at());
    Tariff tariff = price == null ? null : CallPrice.tariff(books, match, price, call);
    boolean free = books.free(call) != null;
    List<Explanation> runs = free ? Collections.emptyList() : runs(books, version, call);
    return new Explanation(call, quote, match, price, tariff, free, runs);
  }

  private static List<Explanation> runs(BookStack books, String version, BilledCall call) {
    List<Explanation> runs = new ArrayList<>();
    for (ModelRun run : call.usage().runs()) {
      BilledCall one = call.run(run.model(), run.usage());
      runs.add(of(books, version, one, CallPrice.quote(books, version, one)));
    }
    return Collections.unmodifiableList(runs);
  }

  public BilledCall call() {
    return call;
  }

  public Quote quote() {
    return quote;
  }

  /** How the model's name led to the entry, in words; null when it led to none. */
  public @Nullable String matchedHow() {
    return matchedHow;
  }

  /** {@code provider/model} of the entry; null when there is none. */
  public @Nullable String entry() {
    return entry == null ? null : entry.id();
  }

  /** Version of the book that the entry is from; null when there is no entry. */
  public @Nullable String version() {
    return entry == null ? null : entry.version();
  }

  public List<String> sources() {
    return entry == null ? Collections.emptyList() : entry.sources();
  }

  /** Day on which a person last compared the entry with its sources; null when nobody says. */
  public @Nullable String checked() {
    return entry == null ? null : entry.checked();
  }

  /** What the sources disagreed about; null when nobody says. */
  public @Nullable String note() {
    return entry == null ? null : entry.note();
  }

  /** When the price applies: {@code always}, or days; null when there is no price. */
  public @Nullable String period() {
    return price == null ? null : Period.of(price);
  }

  /** The terms of the rates, in words; null when the book has no rates for the call's terms. */
  public @Nullable String terms() {
    if (tariff == null) {
      return null;
    }
    RateRow row = tariff.tokens() == null ? tariff.units() : tariff.tokens();
    return row == null ? RateRow.STANDARD : row.terms();
  }

  /** What the rates of tokens and pieces were multiplied by for the region; 1 for none. */
  public BigDecimal regionTimes() {
    return tariff == null ? BigDecimal.ONE : tariff.times();
  }

  /** What a contract multiplied everything by; 1 for none, 0 for what is free. */
  public BigDecimal discountTimes() {
    if (free) {
      return BigDecimal.ZERO;
    }
    return tariff == null ? BigDecimal.ONE : tariff.discount();
  }

  /** What was used, each with its rate; of a call of several runs only the tools. */
  public List<Line> lines() {
    return lines;
  }

  /** The runs that the call is made of, each explained; empty for one run, and for what is free. */
  public List<Explanation> runs() {
    return runs;
  }

  private List<Line> lines(boolean toolsOnly) {
    Leaves leaves = call.usage().leaves();
    List<Line> lines = new ArrayList<>();
    for (Leaf leaf : LEAVES) {
      long amount = tariff == null ? leaves.of(leaf) : tariff.billed(leaf, leaves);
      if (amount > 0 && (leaf.isToolCalls() || !toolsOnly)) {
        lines.add(new Line(leaf, amount, usdEach(leaf)));
      }
    }
    return Collections.unmodifiableList(lines);
  }

  private @Nullable BigDecimal usdEach(Leaf leaf) {
    if (free) {
      return BigDecimal.ZERO;
    }
    return tariff == null ? null : tariff.usd(leaf);
  }

  /** An amount and its rate. */
  public static final class Line {

    private final Leaf leaf;
    private final long amount;
    private final @Nullable BigDecimal usdEach;

    Line(Leaf leaf, long amount, @Nullable BigDecimal usdEach) {
      this.leaf = leaf;
      this.amount = amount;
      this.usdEach = usdEach;
    }

    public Leaf leaf() {
      return leaf;
    }

    /** Tokens, pieces, milliseconds or calls. */
    public long amount() {
      return amount;
    }

    /** USD for one of them, region and discount included; null when there is no price for it. */
    public @Nullable BigDecimal usdEach() {
      return usdEach;
    }

    /** USD of this line, exactly; null when there is no price for it. */
    public @Nullable BigDecimal usd() {
      return usdEach == null ? null : usdEach.multiply(BigDecimal.valueOf(amount));
    }

    /** What the book has a rate for: {@code million tokens}, {@code second}, {@code piece}. */
    public String unit() {
      Rate rate = Rate.of(leaf);
      return rate == null ? "piece" : rate.unit().words();
    }

    /** USD for a {@link #unit()}; null when there is no price for it. */
    public @Nullable BigDecimal usdPerUnit() {
      Rate rate = Rate.of(leaf);
      return usdEach == null || rate == null ? null : rate.perUnit(usdEach);
    }

    /** The kind of cost that the line belongs to. */
    public CostKind kind() {
      return LeafKinds.of(leaf);
    }
  }
}
