package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeenTest {

  private static final Span SPAN = Span.wrap(SpanContext.create(
      "0af7651916cd43dd8448eb211c80319c",
      "b7ad6b7169203331",
      TraceFlags.getSampled(),
      TraceState.getDefault()));

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final Source tenant = Sources.fact(Fact.MDC, "tenant");
  private final Source user = Sources.fact(Fact.PRINCIPAL);
  private final Source org = Sources.fact(Fact.CLAIM, "org.tenant");

  @BeforeEach
  void nameFacts() {
    NamedFacts.Builder named = NamedFacts.builder();
    for (Source source : Arrays.asList(tenant, user, org)) {
      source.nameFacts(named);
    }
    NamedFacts.install(named.build());
  }

  @AfterEach
  void nameNothing() {
    Seen.mdcReplaced(null);
    Seen.principalLeft();
    NamedFacts.install(NamedFacts.builder().build());
    other.shutdown();
  }

  @Test
  void aLoopThatServesNoRequestIsBelieved() {
    Seen.mdc("tenant", "acme");
    assertThat(read(tenant, Context.root())).isEqualTo("acme");

    Seen.mdc("tenant", "umbrella");
    assertThat(read(tenant, Context.root())).isEqualTo("umbrella");

    Seen.mdc("tenant", null);
    assertThat(read(tenant, Context.root())).isNull();
  }

  @Test
  void whatIsNotNamedIsNotKept() {
    Context request = ServedRequest.begin(Context.root());

    in(request, () -> Seen.mdc("password", "hunter2"));

    assertThat(ThreadFacts.read(Fact.MDC, "password", ServedRequest.in(request)))
        .isNull();
  }

  @Test
  void anotherThreadOfTheRequestKnowsIt() throws Exception {
    Context request = ServedRequest.begin(Context.root());

    in(request, () -> Seen.mdc("tenant", "acme"));

    assertThat(onOther(() -> read(tenant, request))).isEqualTo("acme");
  }

  @Test
  void whatAnotherRequestLeftOnTheThreadDoesNotCount() throws Exception {
    Context first = ServedRequest.begin(Context.root());
    Context second = ServedRequest.begin(Context.root());
    Context silent = ServedRequest.begin(Context.root());

    onOther(() -> in(first, () -> Seen.mdc("tenant", "acme")));
    in(second, () -> Seen.mdc("tenant", "umbrella"));

    assertThat(onOther(() -> read(tenant, second))).isEqualTo("umbrella");
    assertThat(onOther(() -> read(tenant, silent))).isNull();
    assertThat(onOther(() -> read(tenant, Context.root()))).isNull();
    assertThat(onOther(() -> read(tenant, first))).isEqualTo("acme");
  }

  @Test
  void whatTheThreadWasToldBeforeCountsForARequestThatSaysNothing() {
    Seen.mdc("tenant", "acme");

    Context silent = ServedRequest.begin(Context.root());
    assertThat(read(tenant, silent)).isEqualTo("acme");

    Context telling = ServedRequest.begin(Context.root());
    telling(telling, "umbrella");
    assertThat(read(tenant, telling)).isEqualTo("umbrella");
  }

  @Test
  void tasksOfOneJobSayForThemselves() throws Exception {
    Context job = ServedRequest.begin(Context.root());

    in(job, () -> Seen.mdc("tenant", "acme"));
    onOther(() -> in(job, () -> Seen.mdc("tenant", "umbrella")));

    assertThat(read(tenant, job)).isEqualTo("acme");
    assertThat(onOther(() -> read(tenant, job))).isEqualTo("umbrella");
  }

  @Test
  void aThreadThatHasRemovedItSaysNone() throws Exception {
    Context request = ServedRequest.begin(Context.root());
    in(request, () -> Seen.mdc("tenant", "acme"));

    in(request, () -> Seen.mdcReplaced(null));

    assertThat(read(tenant, request)).isNull();
    assertThat(tenant.read(request, ServedRequest.in(request), CallFields.NONE))
        .as("whose request it was that ends")
        .isEqualTo("acme");
    assertThat(onOther(() -> read(tenant, request)))
        .as("what goes on elsewhere when the request's thread has cleaned up")
        .isEqualTo("acme");
  }

  @Test
  void aThreadThatWasHandedItAndCleansUpIsAsBefore() throws Exception {
    Context request = ServedRequest.begin(Context.root());
    in(request, () -> Seen.mdc("tenant", "acme"));

    onOther(() -> in(request, () -> {
      Seen.mdcReplaced(Collections.singletonMap("tenant", "acme"));
      Seen.mdcReplaced(null);
    }));

    assertThat(onOther(() -> read(tenant, request))).isEqualTo("acme");
  }

  @Test
  void entriesThatArePutBesideOthersLeaveThemAlone() {
    Seen.mdc("tenant", "acme");

    Seen.mdcAdded(Collections.singletonMap("other", "x"));
    assertThat(read(tenant, Context.root())).isEqualTo("acme");

    Seen.mdcAdded(Collections.singletonMap("tenant", "umbrella"));
    assertThat(read(tenant, Context.root())).isEqualTo("umbrella");
  }

  @Test
  void whatAJobSaysHoldsForItsMessagesAndWhatAMessageSaysForNoOther() {
    Context job = ServedRequest.beginJob(Context.root()).with(SPAN);
    Context first = ServedRequest.beginMessage(job);
    Context second = ServedRequest.beginMessage(job);

    in(job, () -> Seen.mdc("tenant", "all"));
    assertThat(read(tenant, first)).isEqualTo("all");

    in(first, () -> Seen.mdc("tenant", "acme"));
    assertThat(read(tenant, first)).isEqualTo("acme");
    assertThat(read(tenant, second)).isEqualTo("all");
  }

  /** On the thread of a server that the agent does not know, for one. */
  @Test
  void aLoginOrTokenOutsideOfARequestIsNobodys() {
    assertThat(Seen.lacksLogin()).isFalse();
    assertThat(Seen.lacksClaims()).isFalse();

    in(ServedRequest.begin(Context.root()), () -> {
      assertThat(Seen.lacksLogin()).isTrue();
      assertThat(Seen.lacksClaims()).isTrue();
    });
  }

  @Test
  void hostileValuesAreMadePlain() {
    Seen.mdc("tenant", "a\ncme" + "x".repeat(1_000_000));

    assertThat(read(tenant, Context.root())).hasSize(128).startsWith("acme");
  }

  @Test
  void theFirstWhoIsFoundIsTheRequestsUser() {
    Context request = ServedRequest.begin(Context.root());

    in(request, () -> {
      assertThat(Seen.lacksPrincipal()).isTrue();
      Seen.principal("alice");
      assertThat(Seen.lacksPrincipal()).isFalse();
    });

    assertThat(read(user, request)).isEqualTo("alice");
    assertThat(Seen.lacksPrincipal()).as("a thread that serves nobody").isTrue();
  }

  @Test
  void theRequestKeepsItsUserWhenTheThreadIsDone() {
    Context request = ServedRequest.begin(Context.root());
    in(request, () -> Seen.principal("alice"));

    Seen.principalLeft();

    assertThat(read(user, request)).isEqualTo("alice");
    assertThat(read(user, Context.root())).isNull();
  }

  @Test
  void whomTheThreadActedForBeforeIsNotTheRequestsUser() {
    Seen.principal("system");
    assertThat(read(user, Context.root())).isEqualTo("system");

    Context request = ServedRequest.begin(Context.root());
    assertThat(read(user, request)).isNull();
    in(request, () -> assertThat(Seen.lacksPrincipal()).isTrue());
  }

  @Test
  void readsOnlyTheClaimsThatAreNamed() {
    Context request = ServedRequest.begin(Context.root());
    Map<String, Object> token = new HashMap<>();
    token.put("sub", "alice");
    token.put("org", Collections.singletonMap("tenant", "acme"));

    in(request, () -> {
      assertThat(Seen.lacksClaims()).isTrue();
      Seen.claims(name -> name.startsWith("org") ? token.get(name) : fail(name));
      assertThat(Seen.lacksClaims()).isFalse();
    });

    assertThat(read(org, request)).isEqualTo("acme");
  }

  @Test
  void aTokenOfSomebodyElseSaysNothingOfWhoIsActedForNow() {
    Context request = ServedRequest.begin(Context.root());

    aliceComesWithAToken(request);
    assertThat(read(org, request)).isEqualTo("acme");

    in(request, () -> Seen.principal("bob"));
    assertThat(read(user, request)).isEqualTo("bob");
    assertThat(read(org, request)).isNull();
  }

  @Test
  void aClaimEndsWithItsUserWhereOnlyClaimsAreNamed() {
    nameOnlyClaims();
    Context request = ServedRequest.begin(Context.root());

    aliceComesWithAToken(request);
    assertThat(read(org, request)).isEqualTo("acme");

    in(request, () -> Seen.principal("bob"));
    assertThat(read(org, request)).isNull();
  }

  /** A session knew the user, for whom a token is verified; nobody tells the thread. */
  @Test
  void aTokensUserIsLookedForWhereOnlyClaimsAreNamed() {
    nameOnlyClaims();
    Context request = ServedRequest.begin(Context.root());

    in(request, () -> {
      Seen.claims(name -> "acme");
      assertThat(Seen.lacksPrincipal()).as("whose claims they are").isTrue();
      Seen.principal("alice");
      assertThat(Seen.lacksPrincipal()).isFalse();
      Seen.principal("bob");
    });

    assertThat(read(org, request)).isNull();
  }

  /** A password first, a token then: whose name is written otherwise. */
  @Test
  void claimsAreLookedForUntilTheyAreFoundWhereOnlyTheyAreNamed() {
    nameOnlyClaims();
    Context request = ServedRequest.begin(Context.root());

    in(request, () -> {
      Seen.principal("alice");
      assertThat(Seen.lacksPrincipal()).isTrue();
      Seen.principal("4711");
      Seen.claims(name -> "acme");
      assertThat(Seen.lacksPrincipal()).isFalse();
    });

    assertThat(read(org, request)).isEqualTo("acme");
  }

  @Test
  void aTokenAroundAMessageSaysNothingOfWhoIsActedForInIt() {
    Context job = ServedRequest.beginJob(Context.root()).with(SPAN);
    Context message = ServedRequest.beginMessage(job);
    in(job, () -> {
      Seen.principal("system");
      Seen.claims(name -> "all");
    });
    assertThat(read(org, message)).isEqualTo("all");

    in(message, () -> Seen.principal("bob"));

    assertThat(read(org, message)).isNull();
    assertThat(read(org, ServedRequest.beginMessage(job))).isEqualTo("all");
  }

  @Test
  void nothingIsLackingThatNobodyNames() {
    NamedFacts.install(NamedFacts.builder().build());

    assertThat(Seen.lacksPrincipal()).isFalse();
    assertThat(Seen.lacksClaims()).isFalse();
  }

  @Test
  void twoTenantsOnTheSameTwoThreadsAreNeverMixedUp() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    int requests = 100_000;

    List<Callable<Boolean>> tasks = IntStream.range(0, requests)
        .mapToObj(i -> (Callable<Boolean>) () -> serves(pool, "tenant-" + i % 2))
        .toList();

    ExecutorService servers = Executors.newFixedThreadPool(2);
    for (Future<Boolean> right : servers.invokeAll(tasks)) {
      assertThat(right.get()).isTrue();
    }
    servers.shutdown();
    pool.shutdown();
  }

  /** Nobody removes anything. */
  private boolean serves(ExecutorService pool, String name) throws Exception {
    Context request = ServedRequest.begin(Context.root());
    telling(request, name);
    boolean here = name.equals(read(tenant, request));
    boolean there = pool.submit(() -> {
          boolean right = name.equals(read(tenant, request));
          telling(request, name);
          return right && name.equals(read(tenant, request));
        })
        .get();
    return here && there;
  }

  private void nameOnlyClaims() {
    NamedFacts.Builder named = NamedFacts.builder();
    org.nameFacts(named);
    NamedFacts.install(named.build());
  }

  /** Who she is is told before her token is verified, and once more after it. */
  private static void aliceComesWithAToken(Context request) {
    in(request, () -> {
      Seen.principal("alice");
      Seen.claims(name -> "acme");
      Seen.principal("alice");
    });
  }

  private static void telling(Context context, String tenant) {
    in(context, () -> Seen.mdc("tenant", tenant));
  }

  private static @Nullable String read(Source source, Context context) {
    return source.read(context, ServedRequest.in(context), field -> null);
  }

  private static @Nullable Void in(Context context, Runnable task) {
    try (Scope ignored = context.makeCurrent()) {
      task.run();
    }
    return null;
  }

  private <T> T onOther(Callable<T> task) throws Exception {
    return other.submit(task).get();
  }

  private static Object fail(String claim) {
    throw new AssertionError("nobody asked for " + claim);
  }
}
