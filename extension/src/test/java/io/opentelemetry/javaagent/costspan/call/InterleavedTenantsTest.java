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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls of several tenants that are all open at once on the same few threads: each begins on one of
 * them and is read to its end on any, while another tenant's request is current there.
 */
class InterleavedTenantsTest {

  private static final int THREADS = 4;
  private static final int OPEN_AT_ONCE = 64;

  private final Ledger ledger = new Ledger();
  private final AtomicReferenceArray<@Nullable Open> open =
      new AtomicReferenceArray<>(OPEN_AT_ONCE);

  @ParameterizedTest
  @CsvSource({"2,1000000", "50,200000"})
  void noCallIsPaidByAnotherTenant(int tenants, int calls) throws Exception {
    AtomicLongArray callsOf = new AtomicLongArray(tenants);
    try (InstalledCalls installed = InstalledCalls.installForLoad(ledger)) {
      onAllThreads(thread -> {
        Random random = new Random(thread);
        for (int i = 0; i < calls / THREADS; i++) {
          int tenant = random.nextInt(tenants);
          callsOf.incrementAndGet(tenant);
          call(tenant, random.nextInt(OPEN_AT_ONCE));
        }
      });
      for (int slot = 0; slot < OPEN_AT_ONCE; slot++) {
        finish(open.getAndSet(slot, null));
      }

      assertThat(ledger.firstWrong.get()).isNull();
      assertThat(ledger.events.sum()).isEqualTo(calls);
      for (int tenant = 0; tenant < tenants; tenant++) {
        assertThat(installed.sumOf("llm.cost", nameOf(tenant)))
            .isEqualByComparingTo(usdOfOneCall(tenant).multiply(decimal(callsOf.get(tenant))));
      }
    }
  }

  private void call(int tenant, int slot) {
    Context request =
        Baggage.builder().put("tenant.id", nameOf(tenant)).build().storeInContext(Context.root());
    try (Scope ignored = request.makeCurrent()) {
      LlmCall call = LlmCalls.begin(FakeRequest.chat());
      call.leaveThread();
      finish(open.getAndSet(slot, new Open(call, tenant)));
    }
  }

  private static void finish(@Nullable Open begun) {
    if (begun != null) {
      byte[] json = answerTo(begun.tenant).getBytes(UTF_8);
      begun.call.headers(200, Heads.of("application/json"));
      begun.call.bytes(json, 0, json.length);
      begun.call.closed();
    }
  }

  private static String nameOf(int tenant) {
    return "tenant-" + tenant;
  }

  /** The provider's word for whose call it was. */
  private static String answerTo(int tenant) {
    return "{\"id\":\"" + nameOf(tenant) + "\",\"model\":\"gpt-4.1-mini-2025-04-14\","
        + "\"usage\":{\"prompt_tokens\":" + (1_000 + tenant) + ",\"completion_tokens\":100}}";
  }

  /** 0.40 per million of input, 1.60 of output. */
  private static BigDecimal usdOfOneCall(int tenant) {
    return new BigDecimal("0.0000004")
        .multiply(decimal(1_000 + tenant))
        .add(new BigDecimal("0.00016"));
  }

  private static BigDecimal decimal(long value) {
    return BigDecimal.valueOf(value);
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

  /** A call that nobody has read yet. */
  private record Open(LlmCall call, int tenant) {}

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
