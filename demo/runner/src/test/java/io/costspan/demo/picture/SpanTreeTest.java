package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.Received;
import org.junit.jupiter.api.Test;

class SpanTreeTest {
  @Test
  void drawsARequestItsCallAndItsAttempts() {
    Exported exported = new Exported()
        .http(
            1,
            1,
            0,
            "POST /draft",
            90,
            "llm.request.calls",
            1L,
            "llm.request.tokens",
            1_566L,
            "llm.request.cost",
            0.0006976,
            "tenant.id",
            "acme",
            "llm.feature",
            "/draft")
        .call(
            1,
            2,
            1,
            "chat gpt-4.1-mini",
            80,
            "gen_ai.usage.input_tokens",
            1_405L,
            "gen_ai.usage.cache_read.input_tokens",
            0L,
            "gen_ai.usage.output_tokens",
            161L,
            "gen_ai.usage.cost.amount",
            0.0008196,
            "llm.cost.input",
            0.000562,
            "llm.cost.output",
            0.0002576,
            "llm.outcome",
            "success",
            "http.request.resend_count",
            1L,
            "tenant.id",
            "acme",
            "llm.feature",
            "/draft",
            "session.id",
            "a-17")
        .http(
            1,
            3,
            2,
            "POST",
            4,
            "url.full",
            "http://127.0.0.1:4711/v1/chat/completions",
            "http.response.status_code",
            429L)
        .http(
            1,
            9,
            2,
            "POST",
            5,
            "url.full",
            "http://127.0.0.1:4711/v1/chat/completions",
            "http.response.status_code",
            200L);

    assertThat(treeOf(exported)).isEqualTo("""
        POST /draft                                                                          90.0 ms
        │  calls 1 · tokens 1,566 · $0.0006976 · tenant acme · feature /draft
        └─ chat gpt-4.1-mini                                                                 80.0 ms
           │  tokens  in 1,405 · out 161
           │  cost    $0.0008196 · input $0.000562 · output $0.0002576
           │  result  success · retries 1
           │  payer   tenant acme · feature /draft · session a-17
           ├─ POST /v1/chat/completions  429                                                  4.0 ms
           └─ POST /v1/chat/completions  200                                                  5.0 ms
        """);
  }

  @Test
  void saysWhatIsNotKnown() {
    Exported exported = new Exported()
        .call(
            1,
            1,
            0,
            "chat gpt-4o-mini",
            30,
            "llm.usage.status",
            "absent",
            "llm.unpriced.reason",
            "no_usage",
            "llm.outcome",
            "cancelled",
            "llm.stream.end",
            "closed",
            "gen_ai.response.time_to_first_chunk",
            0.0214);

    assertThat(treeOf(exported)).isEqualTo("""
        chat gpt-4o-mini                                                                     30.0 ms
           tokens  absent
           cost    unknown: no_usage
           stream  closed · first chunk after 0.021 s
           result  cancelled
        """);
  }

  @Test
  void saysWhatACacheDid() {
    Exported exported = new Exported()
        .call(
            1,
            1,
            0,
            "chat claude-sonnet-4-5",
            1,
            "gen_ai.usage.input_tokens",
            2_394L,
            "gen_ai.usage.cache_read.input_tokens",
            2_048L,
            "gen_ai.usage.cache_creation.input_tokens",
            12L,
            "gen_ai.usage.output_tokens",
            388L,
            "gen_ai.usage.reasoning.output_tokens",
            100L,
            "llm.cache.hit",
            true,
            "llm.cache.saved",
            0.0055296);

    assertThat(treeOf(exported))
        .contains(
            "tokens  in 2,394 · cached 2,048 · written to cache 12 · out 388 · reasoning 100",
            "cache   hit, saved $0.0055296");
  }

  @Test
  void drawsChildrenInTheOrderInWhichTheyStarted() {
    Exported exported = new Exported()
        .http(1, 1, 0, "POST /tag", 9)
        .call(1, 5, 1, "second", 1)
        .call(1, 3, 1, "first", 1)
        .call(2, 4, 1, "of another trace", 1);

    assertThat(treeOf(exported)).containsSubsequence("POST /tag", "├─ first", "└─ second");
    assertThat(treeOf(exported)).doesNotContain("another trace");
  }

  private static String treeOf(Exported exported) {
    Received received = exported.received();
    return SpanTree.of(
        received,
        received.spans().stream()
            .filter(span -> span.parentSpanId().isEmpty())
            .findFirst()
            .orElseThrow());
  }
}
