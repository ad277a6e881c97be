package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.telemetry.TestLedger.Collected;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many more tenants than names, most of whom hardly ever call. */
class ZipfTrafficTest {

  private static final int TENANTS = 100_000;
  private static final int CALLS = 2_000_000;
  private static final int COLLECTIONS = 20;
  private static final int NAMES = 200;
  private static final long MAX_BYTES = 16 << 20;
  private static final List<Quote> QUOTES =
      List.of(TestLedger.priced("0.001"), TestLedger.priced("0.0002"), TestLedger.priced("0.05"));
  private static final long[] TEN_THOUSANDTHS = {10, 2, 500};

  private final SplittableRandom random = new SplittableRandom(20261128);
  private final double[] upTo = zipf(1.1);
  private final long[] spent = new long[TENANTS];
  private StartedCall[] callers = new StartedCall[TENANTS];

  /** With no time between the collections nothing is forgotten; with much, almost all is. */
  @ParameterizedTest
  @ValueSource(longs = {0, 30})
  void theNamesGoToThoseThatSpendMostAndNothingIsLost(long minutesBetween) {
    TestLedger ledger = TestLedger.cumulative(TelemetrySettings.builder("1"));
    StartedCall nobody = ledger.caller("", "search", "gpt");
    Collected last = ledger.collect();
    for (int collection = 1; collection <= COLLECTIONS; collection++) {
      for (int i = 0; i < CALLS / COLLECTIONS; i++) {
        call(ledger);
      }
      // The first when there is no name left for what has no tenant.
      ledger.call(nobody, TestLedger.priced("0.0001"));
      last = ledger.collectAfterMinutes(minutesBetween);
      assertThat(last.mostValuesOf(TestLedger.TENANT)).isLessThanOrEqualTo(NAMES + 1);
      assertThat(last.allUsd())
          .isEqualByComparingTo(BigDecimal.valueOf(Arrays.stream(spent).sum() + collection, 4));
      assertThat(last.all("llm.requests")).isEqualTo((long) collection * (CALLS / COLLECTIONS + 1));
      assertThat(last.all("llm.tokens")).isEqualTo(10L * collection * (CALLS / COLLECTIONS + 1));
    }

    assertThat(last.usdBy(TestLedger.TENANT)).containsKeys("unknown", "other");
    double share = (double) spentBy(last.usdBy(TestLedger.TENANT).keySet()) / topSpent();
    assertThat(share).isGreaterThan(0.95);
    callers = new StartedCall[0];
    long with = TestLedger.heldBytes();
    ledger.close();
    ledger = null;
    long held = with - TestLedger.heldBytes();
    assertThat(held).isLessThan(MAX_BYTES);
  }

  private void call(TestLedger ledger) {
    int rank = Arrays.binarySearch(upTo, random.nextDouble());
    int tenant = Math.min(rank < 0 ? -rank - 1 : rank, TENANTS - 1);
    if (callers[tenant] == null) {
      callers[tenant] = ledger.caller("tenant-" + tenant, "search", "gpt");
    }
    int kind = random.nextInt(QUOTES.size());
    spent[tenant] += TEN_THOUSANDTHS[kind];
    ledger.call(callers[tenant], QUOTES.get(kind));
  }

  private long spentBy(Set<String> names) {
    return IntStream.range(0, TENANTS)
        .filter(tenant -> names.contains("tenant-" + tenant))
        .mapToLong(tenant -> spent[tenant])
        .sum();
  }

  private long topSpent() {
    return Arrays.stream(spent)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .limit(NAMES)
        .mapToLong(Long::longValue)
        .sum();
  }

  private static double[] zipf(double exponent) {
    double[] upTo = new double[TENANTS];
    double sum = 0;
    for (int rank = 0; rank < TENANTS; rank++) {
      sum += Math.pow(rank + 1, -exponent);
      upTo[rank] = sum;
    }
    for (int rank = 0; rank < TENANTS; rank++) {
      upTo[rank] /= sum;
    }
    return upTo;
  }
}
