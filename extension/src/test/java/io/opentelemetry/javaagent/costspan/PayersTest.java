package io.opentelemetry.javaagent.costspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.CallFields;
import io.opentelemetry.javaagent.costspan.attribution.Fact;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.WrittenSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayersTest {

  @Test
  void namesEveryFactThatSettingsNameAndNoOther() {
    Payers payers = payers(Map.of(
        "tenant.from", "header:X-Org,message-header:org,path:/t/{}/**,query:org,mdc:org,claim:org",
        "user.from", "principal,method:1",
        "feature.from", "method,route,destination,job"));

    for (Fact kind : Fact.values()) {
      assertThat(payers.attribution().namedFacts().has(kind)).as(kind.name()).isTrue();
    }
    assertThat(payers.attribution().namedFacts().names(Fact.HEADER)).containsExactly("X-Org");
    assertThat(payers.problems()).isEmpty();
  }

  @Test
  void looksAtTwoKindsOfFactsOnlyUnlessItIsTold() {
    Payers payers = payers(Map.of());

    assertThat(payers.attribution().namedFacts().names(Fact.HEADER)).containsExactly("X-Tenant-Id");
    for (Fact kind : new Fact[] {Fact.MESSAGE_HEADER, Fact.PATH, Fact.QUERY, Fact.MDC}) {
      assertThat(payers.attribution().namedFacts().has(kind)).isFalse();
    }
    assertThat(payers.attribution().namedFacts().has(Fact.PRINCIPAL)).isFalse();
    assertThat(payers.attribution().namedFacts().has(Fact.CLAIM)).isFalse();
  }

  @Test
  void takesValuesOfSettingsAndOfTheResource() {
    Payers payers = payers(Map.of(
        "tenant.from", "resource:absent,resource:k8s.namespace.name", "feature.from", "value:f"));

    Payer payer = payers.attribution().resolve(Context.root(), CallFields.NONE);

    assertThat(payer.tenant()).isEqualTo("value of k8s.namespace.name");
    assertThat(payer.feature()).isEqualTo("f");
  }

  @Test
  void readsBaggageUnderTheTenantsKey() {
    Payers payers = payers(Map.of("tenant.key", "org"));
    Context context = Baggage.builder().put("org", "acme").build().storeInContext(Context.root());

    assertThat(payers.attribution().resolve(context, CallFields.NONE).tenant()).isEqualTo("acme");
  }

  @Test
  void saysWhatIsLeftOut() {
    Payers payers = payers(Map.of(
        "tenant.from", "path:/t/x,value:acme",
        "tenant.pass-on-to", "api.openai.com,eu.api.openai.com,orders.internal"));

    assertThat(payers.problems())
        .hasSize(3)
        .anyMatch(problem -> problem.contains("path:/t/x"))
        .anyMatch(problem -> problem.contains(" api.openai.com"))
        .anyMatch(problem -> problem.contains("eu.api.openai.com"));
    assertThat(payers.attribution().resolve(Context.root(), CallFields.NONE).tenant())
        .isEqualTo("acme");
  }

  private static Payers payers(Map<String, String> written) {
    CostspanSettings settings = WrittenSettings.of(written);
    return Payers.of(settings, name -> name.equals("absent") ? null : "value of " + name);
  }
}
