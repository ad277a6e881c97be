package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls of several tenants that are all open at once on the same few threads: each begins on one of
 * them and is read to its end on any, while another tenant's request is current there.
 */
class InterleavedCallsTest {

  private static final int THREADS = 4;
  private static final int OPEN_AT_ONCE = 64;
  private static final FakeRequest REQUEST = FakeRequest.chat();
  private static final HeaderLookup HEAD = Heads.of("application/json");

  private final Ledger ledger = new Ledger();
  private final AtomicReferenceArray<@Nullable Open> open =
      new AtomicReferenceArray<>(OPEN_AT_ONCE);

  @ParameterizedTest
  @CsvSource({"2,1000000", "50,100000"})
  void noCallIsPaidByAnotherTenant(int tenants, int calls) throws Exception {
    AtomicLongArray callsOf = new AtomicLongArray(tenants);
    List<Tenant> all = IntStream.range(0, tenants).mapToObj(Tenant::new).toList();
    try (InstalledCalls installed = InstalledCalls.installForLoad(ledger)) {
      onAllThreads(thread -> {
        Random random = new Random(thread);
        for (int i = 0; i < calls / THREADS; i++) {
          int tenant = random.nextInt(tenants);
          callsOf.incrementAndGet(tenant);
          call(all.get(tenant), random.nextInt(OPEN_AT_ONCE));
        }
      });
      for (int slot = 0; slot < OPEN_AT_ONCE; slot++) {
        finish(open.getAndSet(slot, null));
      }

      assertThat(ledger.firstWrong.get()).isNull();
      assertThat(ledger.events.sum()).isEqualTo(calls);
      for (Tenant tenant : all) {
        assertThat(installed.sumOf("llm.cost", tenant.name))
            .isEqualByComparingTo(tenant.usdOf(callsOf.get(tenant.number)));
      }
    }
  }

  private void call(Tenant tenant, int slot) {
    try (Scope ignored = tenant.request.makeCurrent()) {
      LlmCall call = LlmCalls.begin(REQUEST);
      call.leaveThread();
      finish(open.getAndSet(slot, new Open(call, tenant)));
    }
  }

  private static void finish(@Nullable Open begun) {
    if (begun != null) {
      byte[] json = begun.tenant.answer;
      begun.call.headers(200, HEAD);
      begun.call.bytes(json, 0, json.length);
      begun.call.closed();
    }
  }

  private static void onAllThreads(Worker worker) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      running.add(threads.submit(() -> worker.work(thread)));
    }
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
  }

  @FunctionalInterface
  private interface Worker {
    void work(int thread);
  }

  /** Whose calls cost a little more than those of the one before, and whose answers name it. */
  private static final class Tenant {

    private final int number;
    private final String name;
    private final Context request;
    private final byte[] answer;

    private Tenant(int number) {
      this.number = number;
      this.name = "tenant-" + number;
      this.request =
          Baggage.builder().put("tenant.id", name).build().storeInContext(Context.root());
      this.answer = ("{\"id\":\"" + name + "\",\"model\":\"gpt-4.1-mini-2025-04-14\","
              + "\"usage\":{\"prompt_tokens\":" + (1_000 + number)
              + ",\"completion_tokens\":100}}")
          .getBytes(UTF_8);
    }

    /** 0.40 per million of input, 1.60 of output. */
    private BigDecimal usdOf(long calls) {
      return new BigDecimal("0.0000004")
          .multiply(BigDecimal.valueOf(1_000 + number))
          .add(new BigDecimal("0.00016"))
          .multiply(BigDecimal.valueOf(calls));
    }
  }

  /** A call that nobody has read yet. */
  private record Open(LlmCall call, Tenant tenant) {}

  /** Looks at each event and keeps none. */
  private static final class Ledger implements LogRecordProcessor {

    private static final AttributeKey<String> ID = AttributeKey.stringKey("gen_ai.response.id");

    private final LongAdder events = new LongAdder();
    private final AtomicReference<@Nullable String> firstWrong = new AtomicReference<>();

    @Override
    public void onEmit(Context context, ReadWriteLogRecord event) {
      events.increment();
      String paidBy = event.getAttribute(InstalledCalls.TENANT);
      String calledBy = event.getAttribute(ID);
      if (paidBy == null || !paidBy.equals(calledBy)) {
        firstWrong.compareAndSet(null, calledBy + " is paid by " + paidBy);
      }
    }
  }
}
