package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.internal.HttpRouteState;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private final Attribution attribution = Attribution.standard("tenant.id");

  @Test
  void readsWhoPaysFromBaggage() {
    Context context = Baggage.builder()
        .put("tenant.id", "acme")
        .put("session.id", "s-1")
        .put("llm.feature", "summaries")
        .build()
        .storeInContext(Context.root());

    Payer payer = attribution.resolve(context);

    assertThat(payer.tenant()).isEqualTo("acme");
    assertThat(payer.session()).isEqualTo("s-1");
    assertThat(payer.feature()).isEqualTo("summaries");
  }

  @Test
  void readsTheTenantFromTheEntryThatTheSettingNames() {
    Context context = Baggage.builder()
        .put("tenant.id", "wrong")
        .put("org", "acme")
        .build()
        .storeInContext(Context.root());

    assertThat(Attribution.standard("org").resolve(context).tenant()).isEqualTo("acme");
  }

  @Test
  void takesTheRouteOfTheServedRequestForTheFeature() {
    Context context = served("/chat/{id}");

    Payer payer = attribution.resolve(context);

    // There is no span in this context, as when nothing is sampled.
    assertThat(Span.fromContextOrNull(context)).isNull();
    assertThat(payer.feature()).isEqualTo("/chat/{id}");
    assertThat(payer.tenant()).isNull();
  }

  @Test
  void prefersTheFeatureThatBaggageNamesToTheRoute() {
    Context context =
        Baggage.builder().put("llm.feature", "search").build().storeInContext(served("/chat"));

    assertThat(attribution.resolve(context).feature()).isEqualTo("search");
  }

  @Test
  void seesARouteThatWasFoundAfterTheRequestHadStarted() {
    HttpRouteState state = HttpRouteState.create("GET", null, 0);
    Context context = state.storeInContext(Context.root());
    assertThat(attribution.resolve(context).feature()).isNull();

    state.update(context, 1, "/late");

    assertThat(attribution.resolve(context).feature()).isEqualTo("/late");
  }

  @Test
  void knowsNobodyInAnEmptyContext() {
    Payer payer = attribution.resolve(Context.root());

    assertThat(payer).isSameAs(Payer.unknown());
  }

  @Test
  void passesOverValuesThatAreBlank() {
    Attribution sources = Attribution.of(
        (context, payer) -> payer.tenant(" \t").session("\n"),
        (context, payer) -> payer.tenant("second").session("s-2"),
        (context, payer) -> payer.tenant("third"));

    Payer payer = sources.resolve(Context.root());

    assertThat(payer.tenant()).isEqualTo("second");
    assertThat(payer.session()).isEqualTo("s-2");
  }

  private static Context served(String route) {
    return HttpRouteState.create("GET", route, 1).storeInContext(Context.root());
  }
}
