package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One book for all threads: whoever comes first fills what the others then find. */
class SharedBookTest {

  private static final int THREADS = 8;
  private static final int TIERS = 50;

  @Test
  void threadsThatBeginTogetherGetTheSameAmounts() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 20; round++) {
        PriceBook book = book();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<BigDecimal>> all = () -> {
          start.await();
          return amounts(book);
        };
        List<Future<List<BigDecimal>>> answers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          answers.add(threads.submit(all));
        }
        for (Future<List<BigDecimal>> answer : answers) {
          assertThat(answer.get()).isEqualTo(amounts(book));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Past what is remembered, names are looked up anew and found all the same. */
  @Test
  void namesWithoutEndChangeNothing() {
    PriceBook book = book();
    for (int i = 0; i < 10_000; i++) {
      assertThat(PricedCall.openai("nobody-" + i).input(1).reasonBy(book))
          .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    }

    assertThat(amounts(book)).isEqualTo(amounts(book()));
  }

  /** Tier n costs n USD per million. */
  private static List<BigDecimal> amounts(PriceBook book) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (int tier = 0; tier < TIERS; tier++) {
      BigDecimal usd =
          PricedCall.openai("m").serviceTier("t" + tier).input(1_000_000).usdBy(book);
      assertThat(usd).isEqualByComparingTo(BigDecimal.valueOf(tier));
      amounts.add(usd);
    }
    return amounts;
  }

  private static PriceBook book() {
    String[] rows = new String[TIERS];
    for (int tier = 0; tier < TIERS; tier++) {
      rows[tier] = "{\"service_tier\": \"t%1$d\", \"input\": \"%1$d\"}".formatted(tier);
    }
    return BookText.ofEntries(BookText.entry("openai/m", rows));
  }
}
