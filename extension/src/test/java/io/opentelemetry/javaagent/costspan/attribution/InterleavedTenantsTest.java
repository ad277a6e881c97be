package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of several tenants take turns on the same threads, a million calls long. */
class InterleavedTenantsTest {

  private static final int TASKS = 10_000;
  private static final int CALLS_OF_A_TASK = 100;
  private static final String[] TENANTS = {"acme", "globex", "initech"};

  private final Attribution attribution = Attribution.builder()
      .tenant(List.of(Sources.fact(Fact.MDC, "tenant"), Sources.fact(Fact.HEADER, "X-Org")))
      .build();

  @BeforeEach
  void install() {
    NamedFacts.install(attribution.namedFacts());
  }

  @AfterEach
  void uninstall() {
    NamedFacts.install(NamedFacts.builder().build());
  }

  @Test
  void noCallIsOnTheWrongTenant() {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<CompletableFuture<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      String tenant = TENANTS[i % TENANTS.length];
      Context context = served(tenant);
      tasks.add(CompletableFuture.supplyAsync(() -> calls(context, tenant), threads)
          .thenApplyAsync(right -> right + calls(context, tenant), threads));
    }

    int right = tasks.stream().mapToInt(CompletableFuture::join).sum();

    threads.shutdown();
    assertThat(right).isEqualTo(TASKS * CALLS_OF_A_TASK);
  }

  /** Half of a task's calls, and how many of them were right. */
  private int calls(Context context, String tenant) {
    int right = 0;
    try (Scope ignored = context.makeCurrent()) {
      for (int i = 0; i < CALLS_OF_A_TASK / 2; i++) {
        // A logging context comes and goes while the request is served.
        ServedRequest.in(Context.current()).offer(Fact.MDC, "tenant", i % 3 == 0 ? tenant : null);
        Payer payer = attribution.resolve(Context.current(), CallFields.NONE);
        right += tenant.equals(payer.tenant()) ? 1 : 0;
      }
    }
    return right;
  }

  private static Context served(String tenant) {
    Context context = ServedStart.request(Context.root(), Attributes.empty());
    ServedRequest.in(context).offer(Fact.HEADER, "X-Org", tenant);
    return context;
  }
}
