package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextMemoTest {

  private final TextMemo memo = new TextMemo();

  @Test
  void givesAnEqualTextAsTheSameString() {
    String first = of("gpt-4.1-mini");

    assertThat(of("gpt-4.1-mini")).isSameAs(first).isEqualTo("gpt-4.1-mini");
  }

  @Test
  void neverGivesAnotherText() {
    for (int i = 0; i < 5_000; i++) {
      String text = Integer.toString(i % 977);

      assertThat(of(text)).isEqualTo(text);
    }
  }

  private String of(String text) {
    return memo.of(("<" + text + ">").toCharArray(), 1, text.length());
  }
}
