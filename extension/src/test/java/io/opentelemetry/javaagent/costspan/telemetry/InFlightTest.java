package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final InFlight inFlight = new InFlight();

  @Test
  void waitsForThoseInsideAndForNobodyElse() throws Exception {
    InFlight.Cohort before = inFlight.enter();
    Thread asking = new Thread(inFlight::awaitThoseInside);
    asking.start();
    awaitPark(asking);
    InFlight.Cohort after = inFlight.enter();

    before.leave();
    asking.join();

    after.leave();
    inFlight.awaitThoseInside();
  }

  @Test
  void aCollectionWaitsForACallThatMayHaveReadANameThatIsTaken() throws Exception {
    try (TestLedger ledger =
        TestLedger.cumulative(TelemetrySettings.builder("1").maxTenants(1))) {
      ledger.call("first", 1, "1");
      ledger.call("second", 3, "1");
      InFlight.Cohort call = ledger.adding().enter();
      Thread collecting = new Thread(ledger::collect);
      collecting.start();

      awaitPark(collecting);
      call.leave();
      collecting.join();

      ledger.call("second", 1, "1");
      assertThat(ledger.collect().usdBy(TestLedger.TENANT)).containsOnlyKeys("second", "other");
    }
  }

  @Test
  void nobodyIsInsideAfterwardsWhoSawWhatWasBefore() throws Exception {
    AtomicInteger[] slots = {new AtomicInteger(), new AtomicInteger()};
    AtomicInteger current = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> adders = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        adders.add(threads.submit(() -> add(slots, current, 50_000)));
      }
      int moved = 0;
      while (!adders.stream().allMatch(Future::isDone)) {
        int old = current.get();
        current.set(1 - old);
        inFlight.awaitThoseInside();
        moved += slots[old].getAndSet(0); // nobody adds here now: get and set would do
        assertThat(slots[old].get()).isZero();
      }
      assertThat(moved + slots[0].get() + slots[1].get()).isEqualTo(4 * 50_000);
    } finally {
      threads.shutdownNow();
    }
  }

  private void add(AtomicInteger[] slots, AtomicInteger current, int times) {
    for (int i = 0; i < times; i++) {
      InFlight.Cohort inside = inFlight.enter();
      try {
        slots[current.get()].incrementAndGet();
      } finally {
        inside.leave();
      }
    }
  }

  private static void awaitPark(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }
}
