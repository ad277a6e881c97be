package io.costspan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void goesFromThePowerOfTenBelowToTheOneAbove() {
    Scale scale = Scale.over(List.of(2.0, 30.0, 400.0), 300);

    assertThat(scale.ticks()).containsExactly(1.0, 10.0, 100.0, 1_000.0);
    assertThat(scale.at(1)).isEqualTo(0);
    assertThat(scale.at(100)).isEqualTo(200);
  }

  @Test
  void isAsLongWhereAllIsTheSame() {
    assertThat(Scale.over(List.of(10.0, 10.0), 50).ticks()).containsExactly(10.0, 100.0);
  }
}
