package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.Received;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
  @Test
  void readsTheSameFromSpansMetricsAndEvents() {
    String model = "gen_ai.request.model";
    Received received = new Exported()
        .call(1, 1, 0, "chat a", 1, model, "a", "gen_ai.usage.cost.amount", 0.1)
        .call(1, 2, 0, "chat a", 1, model, "a", "gen_ai.usage.cost.amount", 0.2)
        .call(1, 3, 0, "chat b", 1, model, "b", "gen_ai.usage.cost.amount", 5e-7)
        .call(1, 4, 0, "chat c", 1, model, "c")
        .http(1, 5, 1, "POST", 1)
        .event(model, "a", "gen_ai.usage.cost.amount", 0.1)
        .event(model, "a", "gen_ai.usage.cost.amount", 0.2)
        .event(model, "b", "gen_ai.usage.cost.amount", 5e-7)
        .event(model, "c")
        .count("llm.requests", 2, model, "a")
        .count("llm.requests", 1, model, "b")
        .count("llm.requests", 1, model, "c")
        .usd("llm.cost", 0.25, model, "a", "llm.cost.kind", "input")
        .usd("llm.cost", 0.05, model, "a", "llm.cost.kind", "output")
        .usd("llm.cost", 5e-7, model, "b", "llm.cost.kind", "input")
        .received();

    List<Account> accounts =
        List.of(Account.ofSpans(received), Account.ofMetrics(received), Account.ofEvents(received));

    assertThat(accounts).allSatisfy(account -> {
      assertThat(account.calls()).isEqualTo(4);
      assertThat(account.usdByModel()).containsOnlyKeys("a", "b");
      assertThat(account.usd("a")).isEqualByComparingTo("0.3");
      assertThat(account.usd("b")).isEqualByComparingTo("0.0000005");
      assertThat(account.usd("c")).isZero();
      assertThat(account.usd()).isEqualByComparingTo("0.3000005");
    });
  }
}
