package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.internal.HttpRouteState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private final Attribution attribution = UsualAttribution.create();

  @BeforeEach
  void install() {
    NamedFacts.install(attribution.namedFacts());
  }

  @AfterEach
  void uninstall() {
    NamedFacts.install(NamedFacts.builder().build());
  }

  @Test
  void readsWhoPaysFromBaggage() {
    Context context = Baggage.builder()
        .put("tenant.id", "acme")
        .put("session.id", "s-1")
        .put("llm.feature", "summaries")
        .build()
        .storeInContext(Context.root());

    Payer payer = resolve(context);

    assertThat(payer.tenant()).isEqualTo("acme");
    assertThat(payer.session()).isEqualTo("s-1");
    assertThat(payer.feature()).isEqualTo("summaries");
  }

  @Test
  void takesTheFirstSourceThatAnswers() {
    Attribution sources = Attribution.builder()
        .tenant(List.of(
            Sources.constant("value: ", " \t"),
            Sources.constant("value:second", "second"),
            Sources.constant("value:third", "third")))
        .build();

    assertThat(sources.resolve(Context.root(), CallFields.NONE).tenant()).isEqualTo("second");
  }

  @Test
  void takesTheRouteOfTheServedRequestForTheFeature() {
    Context context = served("/chat/{id}");

    Payer payer = resolve(context);

    // There is no span in this context, as when nothing is sampled.
    assertThat(Span.fromContextOrNull(context)).isNull();
    assertThat(payer.feature()).isEqualTo("/chat/{id}");
    assertThat(payer.tenant()).isNull();
  }

  @Test
  void prefersTheFeatureThatBaggageNamesToTheRoute() {
    Context context =
        Baggage.builder().put("llm.feature", "search").build().storeInContext(served("/chat"));

    assertThat(resolve(context).feature()).isEqualTo("search");
  }

  @Test
  void seesARouteThatWasFoundAfterTheRequestHadStarted() {
    HttpRouteState state = HttpRouteState.create("GET", null, 0);
    Context context = state.storeInContext(Context.root());
    assertThat(resolve(context).feature()).isNull();

    state.update(context, 1, "/late");

    assertThat(resolve(context).feature()).isEqualTo("/late");
  }

  @Test
  void knowsNobodyInAnEmptyContext() {
    assertThat(resolve(Context.root())).isSameAs(Payer.unknown());
  }

  @Test
  void readsWhatTheCallSays() {
    Attribution sources = Attribution.builder()
        .user(List.of(Sources.call("safety_identifier"), Sources.call("user")))
        .userHash(null)
        .build();

    Payer payer = sources.resolve(Context.root(), Map.of("user", "u-1")::get);

    assertThat(payer.user()).isEqualTo("u-1");
    assertThat(payer.isUserHashed()).isFalse();
  }

  @Test
  void hashesUsersUnlessItIsAskedForThePlainId() {
    Attribution sources = Attribution.builder()
        .user(List.of(Sources.call("user")))
        .userHash(UserHash.withKey("key"))
        .build();

    Payer payer = sources.resolve(
        Context.root(), Map.of("user", "The quick brown fox jumps over the lazy dog")::get);

    // The known answer for this key and text, the first 16 of its 32 bytes.
    assertThat(payer.user()).isEqualTo("f7bc83f430538424b13298e6aa6fb143");
    assertThat(payer.isUserHashed()).isTrue();
  }

  @Test
  void hashesWithAKeyOfTheProcessWhereThereIsNone() {
    UserHash hash = UserHash.withKey("");

    assertThat(hash.of("u-1")).hasSize(32).isEqualTo(hash.of("u-1")).isNotEqualTo(hash.of("u-2"));
    // SHA-256 of u-1 without a key.
    assertThat(hash.of("u-1")).doesNotStartWith("a24a7f55");
  }

  @Test
  void ignoresBaggageFromOutsideThatIsNotTrusted() {
    Attribution sources = Attribution.builder()
        .tenant(List.of(Sources.baggage("tenant.id", false)))
        .build();
    Context inbound =
        Baggage.builder().put("tenant.id", "forged").build().storeInContext(Context.root());
    Context served = ServedRequest.begin(inbound);
    Context named = Baggage.fromContext(served).toBuilder()
        .put("tenant.id", "acme")
        .build()
        .storeInContext(served);

    assertThat(sources.resolve(served, CallFields.NONE).tenant()).isNull();
    assertThat(sources.resolve(named, CallFields.NONE).tenant()).isEqualTo("acme");
  }

  @Test
  void whatTheApplicationPutsIntoBaggageHoldsInItsJobs() {
    Attribution sources = Attribution.builder()
        .tenant(List.of(Sources.baggage("tenant.id", false)))
        .build();
    Context named =
        Baggage.builder().put("tenant.id", "acme").build().storeInContext(Context.root());

    Context job = ServedRequest.beginJob(named);

    assertThat(sources.resolve(job, CallFields.NONE).tenant()).isEqualTo("acme");
  }

  @Test
  void saysWhichSourceToldWhenItIsAskedTo() {
    Attribution sources = Attribution.builder()
        .tenant(List.of(
            Sources.fact(Fact.HEADER, "X-Tenant-Id"), Sources.constant("value:acme", "acme")))
        .feature(List.of(Sources.fact(Fact.JOB)))
        .tellingSources(true)
        .build();

    PayerSources told = sources.resolve(Context.root(), CallFields.NONE).sources();

    assertThat(told.tenant()).isEqualTo("value:acme");
    assertThat(told.feature()).isNull();
    assertThat(resolve(Context.root()).sources()).isNull();
  }

  @Test
  void showsATenantThatIsNotAdmittedAsInvalid() {
    Attribution sources = Attribution.builder()
        .tenant(List.of(Sources.baggage("tenant.id", true)))
        .admission(Admission.of(List.of("acme"), null))
        .build();

    assertThat(sources.resolve(withTenant("acme"), CallFields.NONE).tenant()).isEqualTo("acme");
    assertThat(sources.invalidTenants()).isZero();
    assertThat(sources.resolve(withTenant("evil"), CallFields.NONE).tenant()).isEqualTo("invalid");
    assertThat(sources.invalidTenants()).isEqualTo(1);
    assertThat(sources.resolve(Context.root(), CallFields.NONE).tenant()).isNull();
    assertThat(sources.invalidTenants()).isEqualTo(1);
  }

  private Payer resolve(Context context) {
    return attribution.resolve(context, CallFields.NONE);
  }

  private static Context withTenant(String tenant) {
    return Baggage.builder().put("tenant.id", tenant).build().storeInContext(Context.root());
  }

  private static Context served(String route) {
    return HttpRouteState.create("GET", route, 1).storeInContext(Context.root());
  }
}
