package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BilledResultsTest {

  private final BilledResults billed = new BilledResults();

  @Test
  void aLinePassesOnce() {
    assertThat(billed.of("a").passes(1)).isTrue();
    assertThat(billed.of("a").passes(2)).isTrue();
    assertThat(billed.of("a").passes(1)).isFalse();
    assertThat(billed.of("a").passes(2)).isFalse();
    assertThat(billed.of("a").passes(3)).isTrue();
    assertThat(billed.of("b").passes(1)).isTrue();
  }

  @Test
  void theBatchThatWasNotAskedForLongestIsForgotten() {
    billed.of("first").passes(1);
    for (int i = 0; i < BilledResults.MAX_BATCHES - 1; i++) {
      billed.of("other " + i).passes(1);
    }
    assertThat(billed.of("first").passes(1)).isFalse();

    billed.of("one more");

    assertThat(billed.size()).isEqualTo(BilledResults.MAX_BATCHES);
    assertThat(billed.of("first").passes(1)).isFalse();
    assertThat(billed.of("other 0").passes(1)).isTrue();
  }
}
