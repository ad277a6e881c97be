package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpendTableTest {
  @Test
  void addsUpEveryKindBelowItsTenantFeatureAndModel() {
    Exported exported = new Exported();
    count(exported, "llm.requests", 2, "acme", "/chat", "small", "llm.outcome", "success");
    count(exported, "llm.requests", 1, "acme", "/chat", "small", "llm.outcome", "error");
    count(exported, "llm.tokens", 1_000, "acme", "/chat", "small", "llm.token.kind", "input");
    count(exported, "llm.tokens", 400, "acme", "/chat", "small", "llm.token.kind", "cache_read");
    count(exported, "llm.tokens", 50, "acme", "/chat", "small", "llm.token.kind", "cache_write");
    count(exported, "llm.tokens", 90, "acme", "/chat", "small", "llm.token.kind", "output");
    count(exported, "llm.tokens", 60, "acme", "/chat", "small", "llm.token.kind", "reasoning");
    usd(exported, "llm.cost", 0.25, "acme", "/chat", "small", "llm.cost.kind", "input");
    usd(exported, "llm.cost", 0.0625, "acme", "/chat", "small", "llm.cost.kind", "output");
    usd(exported, "llm.cache.saved", 0.1, "acme", "/chat", "small", "llm.cache.kind", "prompt");
    count(exported, "llm.requests", 4, "acme", "/tag", "own", "llm.outcome", "success");
    count(exported, "llm.unpriced", 4, "acme", "/tag", "own", "llm.unpriced.reason", "no_usage");
    count(exported, "llm.requests", 1, "globex", "/chat", "small", "llm.outcome", "success");
    usd(exported, "llm.cost", 0.5, "globex", "/chat", "small", "llm.cost.kind", "input");

    assertThat(SpendTable.of(exported.received())).hasToString("""
        ────────────────────────────────────────────────────────────────────────
                        calls     in  cached  out  cost USD  saved USD  unpriced
        ────────────────────────────────────────────────────────────────────────
        acme                7  1,450     400  150    0.3125        0.1         4
          /chat  small      3  1,450     400  150    0.3125        0.1
          /tag   own        4      0       0    0   unknown                    4
        ────────────────────────────────────────────────────────────────────────
        globex              1      0       0    0    0.5           0
          /chat  small      1      0       0    0    0.5           0
        ────────────────────────────────────────────────────────────────────────
        all                 8  1,450     400  150    0.8125        0.1         4
        Unpriced: 4 no_usage.
        """);
  }

  private static void count(
      Exported to,
      String metric,
      long value,
      String tenant,
      String feature,
      String model,
      String label,
      String labelled) {
    to.count(
        metric,
        value,
        "tenant.id",
        tenant,
        "llm.feature",
        feature,
        "gen_ai.request.model",
        model,
        label,
        labelled);
  }

  private static void usd(
      Exported to,
      String metric,
      double value,
      String tenant,
      String feature,
      String model,
      String label,
      String labelled) {
    to.usd(
        metric,
        value,
        "tenant.id",
        tenant,
        "llm.feature",
        feature,
        "gen_ai.request.model",
        model,
        label,
        labelled);
  }
}
