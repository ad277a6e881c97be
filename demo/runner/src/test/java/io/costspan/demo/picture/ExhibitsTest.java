package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExhibitsTest {
  @Test
  void showsTheFirstTraceOfEachKind() {
    Exported exported = new Exported()
        .http(2, 5, 0, "POST /later", 9)
        .call(2, 6, 5, "chat later", 8, "llm.cache.saved", 0.25)
        .http(1, 1, 0, "POST /sooner", 9)
        .call(1, 2, 1, "chat sooner", 8, "llm.cache.saved", 0.5)
        .http(3, 8, 0, "POST /plain", 9)
        .call(3, 9, 8, "chat plain", 8, "llm.outcome", "success", "llm.cache.saved", 0.0);

    String text = Exhibits.of(exported.received()).toString();

    assertThat(text).contains("A PROMPT READ FROM THE CACHE\nPOST /sooner");
    assertThat(text).doesNotContain("/later", "/plain", "RETRY", "WRITTEN", "ABANDONED", "REFUSED");
  }

  @Test
  void showsOneRequestWithSeveralCalls() {
    Exported exported = new Exported()
        .http(1, 1, 0, "POST /one", 9, "llm.request.calls", 1L)
        .call(1, 2, 1, "chat a", 8)
        .http(2, 3, 0, "POST /two", 9, "llm.request.calls", 2L)
        .call(2, 4, 3, "chat b", 8)
        .call(2, 5, 3, "chat c", 8);

    String text = Exhibits.of(exported.received()).toString();

    assertThat(text).contains("ONE REQUEST, SEVERAL CALLS\nPOST /two", "chat b", "chat c");
    assertThat(text).doesNotContain("POST /one");
  }

  @Test
  void showsAnyCallWhenNoneIsSpecial() {
    Exported exported = new Exported()
        .http(1, 1, 0, "GET /health", 9)
        .http(2, 2, 0, "POST /plain", 9)
        .call(2, 3, 2, "chat a", 8, "llm.outcome", "success");

    String text = Exhibits.of(exported.received()).toString();

    assertThat(text).contains("A CALL\nPOST /plain", "chat a").doesNotContain("/health");
  }
}
