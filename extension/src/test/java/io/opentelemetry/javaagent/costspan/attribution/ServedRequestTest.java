package io.opentelemetry.javaagent.costspan.attribution;

import static io.opentelemetry.javaagent.costspan.attribution.Fact.HEADER;
import static io.opentelemetry.javaagent.costspan.attribution.Fact.MDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServedRequestTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @BeforeEach
  void nameFacts() {
    NamedFacts.Builder named = NamedFacts.builder().add(HEADER, "X-Tenant-Id").add(MDC, "tenant");
    for (int i = 0; i < 100; i++) {
      named.add(MDC, "key-" + i);
    }
    NamedFacts.install(named.build());
  }

  @AfterEach
  void nameNothing() {
    NamedFacts.install(NamedFacts.builder().build());
  }

  @Test
  void knowsWhatItWasOffered() {
    ServedRequest request = begun(Context.root());

    request.offer(HEADER, "X-Tenant-Id", "acme");

    assertThat(request.fact(HEADER, "X-Tenant-Id")).isEqualTo("acme");
    assertThat(request.fact(MDC, "X-Tenant-Id")).isNull();
  }

  @Test
  void takesOnlyWhatTheSettingsName() {
    ServedRequest request = begun(Context.root());

    request.offer(HEADER, "Authorization", "Bearer secret");
    request.offer(MDC, "X-Tenant-Id", "acme");

    assertThat(request.fact(HEADER, "Authorization")).isNull();
    assertThat(request.fact(MDC, "X-Tenant-Id")).isNull();
  }

  @Test
  void forgetsWhatIsNoLongerSo() {
    ServedRequest request = begun(Context.root());
    request.offer(MDC, "tenant", "acme");
    request.offer(HEADER, "X-Tenant-Id", "globex");

    request.offer(MDC, "tenant", null);

    assertThat(request.fact(MDC, "tenant")).isNull();
    assertThat(request.fact(HEADER, "X-Tenant-Id")).isEqualTo("globex");
  }

  @Test
  void keepsTheLatestValue() {
    ServedRequest request = begun(Context.root());
    request.offer(MDC, "tenant", "acme");

    request.offer(MDC, "tenant", "globex");

    assertThat(request.fact(MDC, "tenant")).isEqualTo("globex");
  }

  @Test
  void isBounded() {
    ServedRequest request = begun(Context.root());
    for (int i = 0; i < 100; i++) {
      request.offer(MDC, "key-" + i, "value");
    }

    assertThat(request.fact(MDC, "key-31")).isEqualTo("value");
    assertThat(request.fact(MDC, "key-32")).isNull();
  }

  @Test
  void makesValuesPlain() {
    ServedRequest request = begun(Context.root());

    request.offer(MDC, "tenant", " ac\nme" + new String(new char[1000]).replace('\0', 'x'));

    assertThat(request.fact(MDC, "tenant")).startsWith("acmexxx").hasSize(PlainText.MAX_LENGTH);
  }

  @Test
  void sharesTheRequestOfAnOuterServer() {
    Context netty = ServedRequest.begin(Context.root()).with(span(false));

    Context servlet = ServedRequest.begin(netty);

    assertThat(ServedRequest.in(servlet)).isSameAs(ServedRequest.in(netty));
  }

  @Test
  void doesNotShareTheRequestOfAnotherTrace() {
    Context leaked = ServedRequest.begin(Context.root());

    Context next = ServedRequest.begin(leaked.with(span(true)));

    assertThat(ServedRequest.in(next)).isNotSameAs(ServedRequest.in(leaked));
  }

  @Test
  void hidesOutsideFactsWithinAPart() {
    Context batch = ServedRequest.begin(Context.root());
    ServedRequest whole = begun(batch);
    whole.offer(MDC, "tenant", "acme");
    whole.offer(HEADER, "X-Tenant-Id", "outer");

    ServedRequest part = ServedRequest.in(ServedRequest.beginMessage(batch.with(span(false))));
    part.offer(MDC, "tenant", "globex");

    assertThat(part.fact(MDC, "tenant")).isEqualTo("globex");
    assertThat(part.fact(HEADER, "X-Tenant-Id")).isEqualTo("outer");
    assertThat(ServedRequest.in(batch).fact(MDC, "tenant")).isEqualTo("acme");
  }

  @Test
  void aMessageKnowsNothingOfTheOneBefore() {
    Context job = ServedRequest.beginJob(Context.root()).with(span(false));
    ServedRequest.in(job).offer(HEADER, "X-Tenant-Id", "of all");
    Context first = ServedRequest.beginMessage(job);
    ServedRequest.in(first).offer(MDC, "tenant", "acme");

    // A poll loop that was left in the middle leaves the context of the first on its thread.
    ServedRequest second = ServedRequest.in(ServedRequest.beginMessage(first));

    assertThat(second.fact(MDC, "tenant")).isNull();
    assertThat(second.fact(HEADER, "X-Tenant-Id")).isEqualTo("of all");
  }

  @Test
  void aMessageHasNotTheBaggageOfTheOneBefore() {
    Source tenant = Sources.baggage("tenant.id", true);
    Context came = Context.root().with(baggage("acme")).with(span(false));
    Context first = ServedRequest.beginMessage(came);
    assertThat(tenant.read(first, ServedRequest.in(first), name -> null)).isEqualTo("acme");

    Context without = ServedRequest.beginMessage(first);
    assertThat(tenant.read(without, ServedRequest.in(without), name -> null)).isNull();
    Context third = ServedRequest.beginMessage(without);
    assertThat(tenant.read(third, ServedRequest.in(third), name -> null)).isNull();

    Context with = ServedRequest.beginMessage(first.with(baggage("globex")));
    assertThat(tenant.read(with, ServedRequest.in(with), name -> null)).isEqualTo("globex");

    Context told = without.with(baggage("acme"));
    assertThat(tenant.read(told, ServedRequest.in(told), name -> null)).isEqualTo("acme");
  }

  @Test
  void losesNothingThatManyThreadsOffer() throws Exception {
    ServedRequest request = begun(Context.root());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < MAX; i++) {
      String key = "key-" + i;
      threads.submit(() -> request.offer(MDC, key, key));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
        .isTrue();

    for (int i = 0; i < MAX; i++) {
      assertThat(request.fact(MDC, "key-" + i)).isEqualTo("key-" + i);
    }
  }

  private static final int MAX = ServedRequest.MAX_FACTS;

  private static ServedRequest begun(Context context) {
    return ServedRequest.in(
        ServedRequest.in(context) == null ? ServedRequest.begin(context) : context);
  }

  private static Span span(boolean remote) {
    return Span.wrap(
        remote
            ? SpanContext.createFromRemoteParent(
                TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault())
            : SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));
  }

  private static Baggage baggage(String tenant) {
    return Baggage.builder().put("tenant.id", tenant).build();
  }
}
