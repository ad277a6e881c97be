package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

class ServedRouteTest {

  private static final Attributes AT_START =
      Attributes.of(AttributeKey.stringKey("http.route"), "/draft");

  @Test
  void theRouteOfTheServedRequestIsTheFeature() {
    Context served = ServedRoute.keep(Context.root(), AT_START);

    assertThat(Attribution.standard("tenant.id").resolve(served).feature()).isEqualTo("/draft");
  }

  @Test
  void aRequestWithoutARouteKeepsItsContext() {
    assertThat(ServedRoute.keep(Context.root(), Attributes.empty())).isSameAs(Context.root());
  }

  @Test
  void whatAnotherSourceKnowsIsBetter() {
    Context served = ServedRoute.keep(Context.root(), AT_START);
    Attribution attribution =
        Attribution.of((context, payer) -> payer.feature("named"), new ServedRoute());

    assertThat(attribution.resolve(served).feature()).isEqualTo("named");
  }
}
