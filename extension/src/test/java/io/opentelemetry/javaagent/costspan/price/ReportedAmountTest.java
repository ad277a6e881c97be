package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.junit.jupiter.api.Test;

/** The amount that a provider reports goes before ours. */
class ReportedAmountTest {

  private static final PriceBook BOOK = BookText.ofEntries(BookText.entry(
      "x_ai/grok", "{\"input\": \"2.00\", \"cache_read\": \"0.50\", \"output\": \"6.00\"}"));

  @Test
  void isSplitAsTheBookSplitsItWhereBothComeToTheSame() {
    // 600 × 2 + 400 × 0.50 + 100 × 6 = 2000 millionths
    Cost cost = call().reported("0.0020000").costBy(BOOK);

    assertThat(cost.source()).isEqualTo(CostSource.PROVIDER);
    assertThat(cost.usd(CostKind.INPUT)).isEqualByComparingTo("0.0012");
    assertThat(cost.usd(CostKind.UNSPLIT)).isNull();
  }

  @Test
  void isOneSumWhereTheBookSaysSomethingElse() {
    Cost cost = call().reported("0.0019").costBy(BOOK);

    assertThat(cost.source()).isEqualTo(CostSource.PROVIDER);
    assertThat(cost.parts()).containsOnlyKeys(CostKind.UNSPLIT);
    assertThat(cost.usd()).isEqualByComparingTo("0.0019");
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo("0.0006"); // 400 × (2 − 0.50)
  }

  @Test
  void isTakenForModelsAndTermsThatTheBookDoesNotKnow() {
    assertThat(PricedCall.at("openrouter")
            .responseModel("new/one")
            .input(1)
            .output(1)
            .reported("0.5")
            .usdBy(BOOK))
        .isEqualByComparingTo("0.5");
    assertThat(call().serviceTier("secret").reported("0.5").usdBy(BOOK))
        .isEqualByComparingTo("0.5");
    assertThat(PricedCall.at("openrouter")
            .responseModel("new/one")
            .status(UsageStatus.ABSENT)
            .reported("0.5")
            .usdBy(BOOK))
        .isEqualByComparingTo("0.5");
  }

  @Test
  void isNotTakenFromAStreamThatWasCutOff() {
    assertThat(call().reported("0.0019").status(UsageStatus.PARTIAL).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @Test
  void isZeroWhereTheProviderSaysZero() {
    assertThat(call().reported("0").usdBy(BOOK)).isZero();
  }

  private static PricedCall call() {
    return PricedCall.at("x_ai")
        .responseModel("grok")
        .input(1_000)
        .cacheRead(400)
        .output(100);
  }
}
