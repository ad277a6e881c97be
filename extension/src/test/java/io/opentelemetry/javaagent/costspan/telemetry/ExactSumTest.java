package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  @Test
  void doesNotDriftAsDoublesDo() {
    ExactSum sum = new ExactSum();
    double drifting = 0;
    for (int i = 0; i < 10; i++) {
      sum.add(new BigDecimal("0.1"));
      drifting += 0.1;
    }

    assertThat(sum.doubleValue()).isEqualTo(1.0);
    assertThat(drifting).isNotEqualTo(1.0);
  }

  @Test
  void keepsTheSmallestAmountBesideALargeOne() {
    ExactSum sum = new ExactSum();
    sum.add(new BigDecimal("123456789012"));
    sum.add(new BigDecimal("0.000000000001"));

    assertThat(sum.usd()).isEqualByComparingTo("123456789012.000000000001");
  }

  @Test
  void losesNothingToOtherThreads() {
    ExactSum sum = new ExactSum();

    IntStream.range(0, 100_000).parallel().forEach(i -> sum.add(new BigDecimal("0.000001")));

    assertThat(sum.usd()).isEqualByComparingTo("0.1");
  }
}
