package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as Anthropic reports them, with the amounts worked out from its list prices. */
class AnthropicPricesTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  @Test
  void aFirstCallWritesTheCache() {
    // input_tokens 21, cache_creation_input_tokens 188,086, output_tokens 393
    BigDecimal usd = PricedCall.anthropic("claude-sonnet-4-5-20250929")
        .input(188_107)
        .cacheWrite(188_086)
        .cacheRead(0)
        .output(393)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.7112805"); // 21 × 3 + 188,086 × 3.75 + 393 × 15
  }

  @Test
  void bothLifetimesOfACacheWriteHaveTheirRate() {
    // input_tokens 2,048, read 1,800, creation 248 = 148 for 5 m + 100 for 1 h, output 503
    Cost cost = PricedCall.anthropic("claude-opus-4-8")
        .input(4_096)
        .cacheRead(1_800)
        .cacheWrite(248)
        .cacheWrite1h(100)
        .output(503)
        .costBy(BOOK);

    // 2,048 × 5 + 1,800 × 0.50 + 148 × 6.25 + 100 × 10 + 503 × 25
    assertThat(cost.usd()).isEqualByComparingTo("0.02564");
    assertThat(cost.parts().get(CostKind.CACHE_WRITE)).isEqualByComparingTo("0.001925");
  }

  @Test
  void thinkingIsBilledAsPartOfTheOutput() {
    BigDecimal usd = PricedCall.anthropic("claude-haiku-4-5-20251001")
        .input(100)
        .output(2_000)
        .reasoning(1_500)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.0101"); // 100 × 1 + 2,000 × 5
  }

  @ParameterizedTest
  @CsvSource({
    "claude-opus-4-5,   0.50", // 10 % of input
    "claude-opus-5-5,   0.20", // 5 %
    "claude-sonnet-5,   0.20", // 10 %
    "claude-sonnet-5-5, 0.10", // 5 %
    "claude-fable-5-1,  0.25", // 2.5 %
  })
  void cacheReadsHaveNoCommonDiscount(String model, String usdPerMillion) {
    BigDecimal usd = PricedCall.anthropic(model)
        .input(1_000_000)
        .cacheRead(1_000_000)
        .output(0)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(usdPerMillion);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "standard")
  void billsTheStandardRateWhenNothingElseServed(String tier) {
    BigDecimal usd = PricedCall.anthropic("claude-sonnet-5")
        .serviceTier(tier)
        .speed(tier)
        .region("not_available")
        .input(1_000)
        .output(200)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.004"); // 1,000 × 2 + 200 × 10
  }

  @Test
  void aBatchCostsHalf() {
    BigDecimal usd = PricedCall.anthropic("claude-sonnet-5")
        .serviceTier("batch")
        .input(1_000)
        .output(200)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.002"); // 1,000 × 1 + 200 × 5
  }

  @Test
  void committedCapacityHasNoPricePerToken() {
    UnpricedReason reason = PricedCall.anthropic("claude-sonnet-5")
        .serviceTier("priority")
        .input(1_000)
        .output(200)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @ParameterizedTest
  @CsvSource({
    "claude-opus-5,   0.016", // 1,000 × 10 + 100 × 50 + 1,000 × 1
    "claude-opus-4-6, 0.048", // 1,000 × 30 + 100 × 150 + 1,000 × 3: six times standard
  })
  void fastModeHasItsOwnRates(String model, String expected) {
    BigDecimal usd = PricedCall.anthropic(model)
        .speed("fast")
        .input(2_000)
        .cacheRead(1_000)
        .output(100)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @Test
  void neverBillsFastModeAtTheStandardRate() {
    UnpricedReason reason = PricedCall.anthropic("claude-sonnet-4-5")
        .speed("fast")
        .input(10)
        .output(1)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void inferenceInTheUsAddsATenthToTokensAndNothingToSearches() {
    Cost cost = PricedCall.anthropic("claude-opus-4-8")
        .region("us")
        .input(1_000)
        .output(100)
        .webSearches(1)
        .costBy(BOOK);

    assertThat(cost.usd())
        .isEqualByComparingTo("0.01825"); // (1,000 × 5 + 100 × 25) × 1.1, + 0.01 USD
    assertThat(cost.parts().get(CostKind.TOOLS)).isEqualByComparingTo("0.01");
  }

  @Test
  void anUnlistedPlaceOfInferenceHasNoPrice() {
    UnpricedReason reason = PricedCall.anthropic("claude-opus-4-8")
        .region("eu")
        .input(1_000)
        .output(100)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @ParameterizedTest
  @CsvSource({
    "100000, 0.0105", // 100,000 × 0.10 + 1,000 × 0.50
    "100001, 0.0525005", // 100,001 × 0.50 + 1,000 × 2.50
  })
  void haiku55CostsFiveTimesAsMuchAboveItsLimit(long input, String expected) {
    BigDecimal usd =
        PricedCall.anthropic("claude-haiku-5-5").input(input).output(1_000).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @Test
  void aMillionTokensAreFlatOnOpus5() {
    BigDecimal usd = PricedCall.anthropic("claude-opus-5")
        .input(1_000_000)
        .cacheRead(900_000)
        .output(64_000)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("2.55"); // 100,000 × 5 + 900,000 × 0.50 + 64,000 × 25
  }

  @Test
  void runsBilledBesideTheTotalsHaveNoPrice() {
    UnpricedReason reason = PricedCall.anthropic("claude-opus-5")
        .input(1_000)
        .output(100)
        .count(Count.SEPARATELY_BILLED_RUNS, 1)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }
}
