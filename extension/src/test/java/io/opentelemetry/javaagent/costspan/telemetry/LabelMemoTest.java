package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.javaagent.costspan.price.CostSource;
import org.junit.jupiter.api.Test;

class LabelMemoTest {

  private final Labels labels = new Labels(
      Names.published("tenant.id"),
      TelemetrySettings.builder("test").maxModels(2).build());
  private final LabelMemo memo = labels.memo();

  @Test
  void callsThatAreAlikeShareTheirLabels() {
    AskedLabels first = memo.of(Calls.chat("gpt-flat"));

    assertThat(memo.of(Calls.chat("gpt-flat"))).isSameAs(first);
    assertThat(memo.of(Calls.chat("gpt-other"))).isNotSameAs(first);
    assertThat(first.answeredBy("gpt-flat-1")).isSameAs(first.answeredBy("gpt-flat-1"));
    assertThat(first.answeredBy("gpt-flat-2")).isNotSameAs(first.answeredBy("gpt-flat-1"));
  }

  @Test
  void aModelWithoutANameIsCountedForEachCall() {
    AskedLabels asked = memo.of(Calls.chat("gpt-flat"));
    asked.answeredBy("a");
    asked.answeredBy("b");

    for (int i = 0; i < 3; i++) {
      assertThat(asked.answeredBy("c").all().get(Names.RESPONSE_MODEL)).isEqualTo("other");
      assertThat(asked.answeredBy("b").all().get(Names.RESPONSE_MODEL)).isEqualTo("b");
    }

    assertThat(labels.responseModel().folded()).isEqualTo(3);
  }

  @Test
  void askingWithoutANameIsRememberedByNobody() {
    memo.of(Calls.chat("a"));
    memo.of(Calls.chat("b"));

    assertThat(memo.of(Calls.chat("c"))).isNotSameAs(memo.of(Calls.chat("c")));
    assertThat(labels.requestModel().folded()).isEqualTo(2);
  }

  @Test
  void costIsByModelsAndSourceOnly() {
    AnsweredLabels answered = memo.of(Calls.chat("gpt-flat")).answeredBy("gpt-flat-1");

    assertThat(answered.ofCost(CostSource.LOCAL))
        .isEqualTo(Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "openai")
            .put("gen_ai.request.model", "gpt-flat")
            .put("gen_ai.response.model", "gpt-flat-1")
            .put(Names.CURRENCY, "USD")
            .put(Names.COST_SOURCE, CostSource.LOCAL.value())
            .build());
    assertThat(answered.ofCost(CostSource.PROVIDER).get(Names.COST_SOURCE))
        .isEqualTo(CostSource.PROVIDER.value());
  }

  @Test
  void itDoesNotGrowWithoutBound() {
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      taken += memo.takesOneMore() ? 1 : 0;
    }

    assertThat(taken).isEqualTo(2_000);
  }
}
