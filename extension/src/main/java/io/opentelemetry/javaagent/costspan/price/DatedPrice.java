package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model costs during one period, under all terms that are known. Thread-safe. */
final class DatedPrice {

  /** In the map of regions: any region that it does not name. */
  static final String ANY_REGION = "*";

  private final Instant from;
  private final Instant until;
  private final List<Window> windows;
  private final List<RateRow> tokenRows;
  private final List<RateRow> unitRows;
  private final Rates toolFees;
  private final Map<String, BigDecimal> timesByRegion;
  private final long[] brackets;

  /** Under terms without a row of units such a model's calls are not for free: nobody tells. */
  private final boolean requestsHaveAPrice;

  /** Those that calls have needed so far: as many as there are combinations of rows and factors. */
  private volatile Tariff[] tariffs = {};

  /**
   * @param from first instant at which it applies
   * @param until first instant at which it does not
   * @param tokenRows rates per million tokens, one row per set of terms
   * @param unitRows rates per piece, one row per set of terms
   * @param toolFees fees of server-side tools, the same under all terms
   * @param timesByRegion what rates are multiplied by, by region of inference
   */
  DatedPrice(
      Instant from,
      Instant until,
      List<Window> windows,
      List<RateRow> tokenRows,
      List<RateRow> unitRows,
      Rates toolFees,
      Map<String, BigDecimal> timesByRegion) {
    this.from = from;
    this.until = until;
    this.windows = windows;
    this.tokenRows = tokenRows;
    this.unitRows = unitRows;
    this.toolFees = toolFees;
    this.timesByRegion = timesByRegion;
    this.brackets = brackets(tokenRows);
    this.requestsHaveAPrice = listsRequests(unitRows);
  }

  Instant from() {
    return from;
  }

  Instant until() {
    return until;
  }

  List<Window> windows() {
    return windows;
  }

  List<RateRow> tokenRows() {
    return tokenRows;
  }

  List<RateRow> unitRows() {
    return unitRows;
  }

  Rates toolFees() {
    return toolFees;
  }

  Map<String, BigDecimal> timesByRegion() {
    return timesByRegion;
  }

  boolean appliesAt(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /**
   * The rates for a call with these terms; null when the book does not know them.
   *
   * @param discount what the whole call is multiplied by
   */
  @Nullable
  Tariff tariff(BillingTerms billed, long inputTokens, Instant at, BigDecimal discount) {
    CallTerms terms = CallTerms.of(billed, windowAt(at));
    RateRow tokens = row(tokenRows, terms, bracketFrom(inputTokens));
    RateRow units = row(unitRows, terms, 0);
    BigDecimal times = times(CallTerms.region(billed));
    if (times == null || (tokens == null && units == null && !hasFeesOnly())) {
      return null;
    }
    if (units == null && requestsHaveAPrice) {
      return null;
    }
    return tariff(tokens, units, times, discount);
  }

  private boolean hasFeesOnly() {
    return tokenRows.isEmpty() && unitRows.isEmpty();
  }

  private @Nullable String windowAt(Instant at) {
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).isOpenAt(at.getEpochSecond())) {
        return windows.get(i).name();
      }
    }
    return null;
  }

  private static boolean listsRequests(List<RateRow> rows) {
    for (RateRow row : rows) {
      if (row.rates().lists(Rate.REQUEST)) {
        return true;
      }
    }
    return false;
  }

  /** Where brackets begin, in order; some stand there twice. */
  private static long[] brackets(List<RateRow> rows) {
    long[] brackets = new long[rows.size()];
    for (int i = 0; i < brackets.length; i++) {
      brackets[i] = rows.get(i).fromInputTokens();
    }
    Arrays.sort(brackets);
    return brackets;
  }

  /** The whole request is billed in one bracket, by its total input. */
  private long bracketFrom(long inputTokens) {
    long from = 0;
    for (long bracket : brackets) {
      if (bracket <= inputTokens) {
        from = bracket;
      }
    }
    return from;
  }

  /** Of the rows that fit, the one that says most about images. */
  private static @Nullable RateRow row(List<RateRow> rows, CallTerms terms, long bracketFrom) {
    RateRow best = null;
    for (int i = 0; i < rows.size(); i++) {
      RateRow row = rows.get(i);
      if (row.fits(terms, bracketFrom) && (best == null || row.imageTerms() > best.imageTerms())) {
        best = row;
      }
    }
    return best;
  }

  private @Nullable BigDecimal times(@Nullable String region) {
    if (region == null) {
      return BigDecimal.ONE;
    }
    BigDecimal times = timesByRegion.get(region);
    return times == null ? timesByRegion.get(ANY_REGION) : times;
  }

  private Tariff tariff(
      @Nullable RateRow tokens, @Nullable RateRow units, BigDecimal times, BigDecimal discount) {
    for (Tariff known : tariffs) {
      if (known.isOf(tokens, units, times, discount)) {
        return known;
      }
    }
    return remember(new Tariff(tokens, units, toolFees, times, discount));
  }

  /** The same one for all threads that need it at the same time: they all begin at once. */
  private synchronized Tariff remember(Tariff tariff) {
    for (Tariff known : tariffs) {
      if (known.isOf(tariff.tokens(), tariff.units(), tariff.times(), tariff.discount())) {
        return known;
      }
    }
    Tariff[] more = Arrays.copyOf(tariffs, tariffs.length + 1);
    more[tariffs.length] = tariff;
    tariffs = more;
    return tariff;
  }
}
