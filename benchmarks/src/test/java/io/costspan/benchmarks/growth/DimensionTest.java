package io.costspan.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DimensionTest {
  @Test
  void growsByTensToItsLargestSize() {
    assertThat(Dimension.STREAMS.sizes(Integer.MAX_VALUE))
        .containsExactly(1, 10, 100, 1_000, 10_000, 20_000);
  }

  @Test
  void growsNoFurtherThanItIsTold() {
    assertThat(Dimension.TENANTS.sizes(500)).containsExactly(1, 10, 100, 500);
  }
}
