package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.telemetry.TestLedger.Collected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Names go from hand to hand at every collection while many threads call. */
class ConcurrentRotationTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 6;
  private static final int CALLS = 15_000;
  private static final int TENANTS = 60;
  private static final int FEATURES = 4;
  private static final long[] CENTS = {1, 7, 300};
  private static final List<Quote> QUOTES =
      List.of(TestLedger.priced("0.01"), TestLedger.priced("0.07"), TestLedger.priced("3"));

  private final AtomicLong begunCents = new AtomicLong();
  private final AtomicLong endedCents = new AtomicLong();
  private final Set<String> shown = new HashSet<>();
  private BigDecimal exactDeltas = BigDecimal.ZERO;
  private BigDecimal usd = BigDecimal.ZERO;
  private long requests;

  @Test
  void cumulativeSumsAreExactAtEveryCollection() throws Exception {
    try (TestLedger ledger = TestLedger.cumulative(fewNames().rotation(Rotation.MERGE))) {
      run(ledger, collected -> {
        usd = collected.allUsd();
        requests = collected.all("llm.requests");
      });
    }
  }

  @Test
  void deltasAddUpToTheExactSumAtEveryCollection() throws Exception {
    try (TestLedger ledger = TestLedger.deltas(fewNames().rotation(Rotation.DROP))) {
      run(ledger, collected -> {
        assertThat(collected.usd().values()).noneMatch(delta -> delta.signum() < 0);
        // The SDK subtracts doubles: to the cent, which is all there was, it is exact.
        exactDeltas = exactDeltas.add(collected.allUsd());
        usd = exactDeltas.setScale(2, RoundingMode.HALF_EVEN);
        requests += collected.all("llm.requests");
      });
    }
  }

  private static TelemetrySettings.Builder fewNames() {
    return TelemetrySettings.builder("1").maxTenants(8).maxFeatures(2).maxModels(2);
  }

  private void run(TestLedger ledger, Consumer<Collected> reading) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<Future<?>> callers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          SplittableRandom random = new SplittableRandom(1_000L * round + thread);
          int favourite = round * 10;
          callers.add(threads.submit(() -> call(ledger, random, favourite)));
        }
        while (!callers.stream().allMatch(Future::isDone)) {
          collectMeanwhile(ledger, reading);
        }
        for (Future<?> caller : callers) {
          caller.get();
        }
        collectQuietly(ledger, reading, (long) (round + 1) * THREADS * CALLS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(shown.size()).as("tenants that had a name").isGreaterThan(20);
  }

  private void call(TestLedger ledger, SplittableRandom random, int favourite) {
    StartedCall[] callers = new StartedCall[TENANTS * FEATURES];
    for (int i = 0; i < CALLS; i++) {
      int tenant = random.nextBoolean() ? favourite + random.nextInt(10) : random.nextInt(TENANTS);
      int who = tenant * FEATURES + random.nextInt(FEATURES);
      if (callers[who] == null) {
        callers[who] = ledger.caller("t-" + tenant, "f-" + who % FEATURES, "m-" + who % 5);
      }
      int kind = random.nextInt(QUOTES.size());
      begunCents.addAndGet(CENTS[kind]);
      ledger.call(callers[who], QUOTES.get(kind));
      endedCents.addAndGet(CENTS[kind]);
    }
  }

  private void collectMeanwhile(TestLedger ledger, Consumer<Collected> reading) {
    BigDecimal least = BigDecimal.valueOf(endedCents.get(), 2);
    Collected collected = ledger.collectAfterMinutes(5);
    reading.accept(collected);
    BigDecimal most = BigDecimal.valueOf(begunCents.get(), 2);

    assertThat(usd).isBetween(least, most);
    assertThat(collected.mostValuesOf(TestLedger.TENANT)).isLessThanOrEqualTo(9);
    assertThat(collected.mostValuesOf(Names.FEATURE)).isLessThanOrEqualTo(3);
    shown.addAll(collected.usdBy(TestLedger.TENANT).keySet());
  }

  private void collectQuietly(TestLedger ledger, Consumer<Collected> reading, long calls) {
    Collected collected = ledger.collectAfterMinutes(1);

    reading.accept(collected);
    assertThat(usd).isEqualByComparingTo(BigDecimal.valueOf(endedCents.get(), 2));
    assertThat(requests).isEqualTo(calls);
  }
}
