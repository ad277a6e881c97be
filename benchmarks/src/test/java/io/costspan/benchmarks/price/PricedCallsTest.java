package io.costspan.benchmarks.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import org.junit.jupiter.api.Test;

final class PricedCallsTest {

  private final PricedCalls calls = new PricedCalls();

  @Test
  void measuresCallsThatHaveAPrice() {
    assertThat(calls.exactId().cost()).isNotNull();
    assertThat(calls.datedSnapshot().cost().usd())
        .isEqualTo(calls.exactId().cost().usd());
    assertThat(calls.regionWithFactor().cost()).isNotNull();
    assertThat(calls.cacheAndWebSearch().cost().parts())
        .containsOnlyKeys(
            CostKind.INPUT,
            CostKind.CACHE_READ,
            CostKind.CACHE_WRITE,
            CostKind.OUTPUT,
            CostKind.TOOLS);
  }

  @Test
  void measuresACallThatHasNone() {
    assertThat(calls.unknownModel().reason()).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }
}
