package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls as OpenAI reports them, with the amounts worked out from its list prices. */
class OpenAiPricesTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  @Test
  void chatWithACachedPrefix() {
    BigDecimal usd = PricedCall.openai("gpt-4o-2024-08-06")
        .input(2_006)
        .cacheRead(1_920)
        .output(300)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.005615"); // 86 × 2.50 + 1,920 × 1.25 + 300 × 10.00
  }

  @Test
  void reasoningIsBilledAsPartOfTheOutput() {
    BigDecimal usd = PricedCall.openai("o4-mini-2025-04-16")
        .input(75)
        .output(1_186)
        .reasoning(1_024)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.0053009"); // 75 × 1.10 + 1,186 × 4.40
  }

  @Test
  void cacheWritesCostMoreFromGpt56On() {
    Cost cost = PricedCall.openai("gpt-5.6-sol")
        .input(10_000)
        .cacheRead(2_000)
        .cacheWrite(3_000)
        .output(500)
        .costBy(BOOK);

    // 5,000 × 4.00 + 2,000 × 0.40 + 3,000 × 5.00 + 500 × 20.00
    assertThat(cost.usd()).isEqualByComparingTo("0.0458");
    assertThat(cost.parts().get(CostKind.CACHE_WRITE)).isEqualByComparingTo("0.015");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"default", "auto", "standard"})
  void billsTheStandardRateWhenNothingElseServed(String tier) {
    BigDecimal usd =
        PricedCall.openai("gpt-5").serviceTier(tier).input(1_000).output(500).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.00625"); // 1,000 × 1.25 + 500 × 10.00
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-5,    flex,     0.003125", // 1,000 × 0.625 + 500 × 5.00
    "gpt-5,    priority, 0.0125", // 1,000 × 2.50 + 500 × 20.00: twice standard
    "gpt-4.1,  priority, 0.0105", // 1,000 × 3.50 + 500 × 14.00: 1.75 times standard
    "gpt-5.5,  priority, 0.05", // 1,000 × 12.50 + 500 × 75.00: 2.5 times standard
    "o4-mini,  flex,     0.00165", // 1,000 × 0.55 + 500 × 2.20
    "gpt-4o,   batch,    0.00375", // 1,000 × 1.25 + 500 × 5.00
  })
  void billsTheTierThatServed(String model, String tier, String expected) {
    BigDecimal usd =
        PricedCall.openai(model).serviceTier(tier).input(1_000).output(500).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scale", "ultrafast", "flex", "something new"})
  void neverBillsAnUnlistedTierAtTheStandardRate(String tier) {
    UnpricedReason reason = PricedCall.openai("gpt-5.6-sol")
        .serviceTier(tier)
        .input(1_000)
        .output(500)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @ParameterizedTest
  @CsvSource({
    "272000, 0.695", // 272,000 × 2.50 + 1,000 × 15.00
    "272001, 1.382505", // 272,001 × 5.00 + 1,000 × 22.50
  })
  void repricesTheWholeRequestAboveTheLongContextLimit(long input, String expected) {
    BigDecimal usd = PricedCall.openai("gpt-5.4").input(input).output(1_000).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @Test
  void cachedTokensCountTowardsTheLongContextLimit() {
    BigDecimal usd = PricedCall.openai("gpt-5.4")
        .input(1_000_000)
        .cacheRead(800_000)
        .output(32_000)
        .usdBy(BOOK);

    assertThat(usd)
        .isEqualByComparingTo("2.12"); // 200,000 × 5.00 + 800,000 × 0.50 + 32,000 × 22.50
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-5.4, flex,         0.77250", // 300,000 × 2.50 + 2,000 × 11.25
    "gpt-5.6-luna, priority, 0.2472", // 300,000 × 0.80 + 2,000 × 3.60
  })
  void longContextHasItsOwnRatesInATier(String model, String tier, String expected) {
    BigDecimal usd =
        PricedCall.openai(model).serviceTier(tier).input(300_000).output(2_000).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @Test
  void aTierWithoutLongContextRatesHasNoPriceThere() {
    UnpricedReason reason = PricedCall.openai("gpt-5.5")
        .serviceTier("priority")
        .input(300_000)
        .output(2_000)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void webSearchesAreBilledPerCallOnTopOfTokens() {
    Cost cost = PricedCall.openai("gpt-5-mini-2025-08-07")
        .input(8_000)
        .output(500)
        .webSearches(3)
        .costBy(BOOK);

    assertThat(cost.usd())
        .isEqualByComparingTo("0.033"); // 8,000 × 0.25 + 500 × 2.00 + 3 × 0.01 USD
    assertThat(cost.parts().get(CostKind.TOOLS)).isEqualByComparingTo("0.03");
  }

  @Test
  void aSearchCostsWhatTheToolThatMadeItCosts() {
    PricedCall call = PricedCall.openai("gpt-4.1").input(8_000).output(500);
    PricedCall preview = PricedCall.openai("gpt-4.1").input(8_000).output(500);

    // 8000 × 2 + 500 × 8 = 20,000 millionths; 0.01 by web_search, 0.025 by web_search_preview
    assertThat(call.webSearches(1).usdBy(BOOK)).isEqualByComparingTo("0.03");
    assertThat(preview.count(Count.WEB_SEARCH_PREVIEWS, 1).usdBy(BOOK))
        .isEqualByComparingTo("0.045");
  }

  @ParameterizedTest
  @CsvSource({
    "text-embedding-3-small, 8,     0.00000016", // 8 × 0.02
    "text-embedding-3-large, 1000,  0.00013", // 1,000 × 0.13
    "text-embedding-ada-002, 12345, 0.0012345", // 12,345 × 0.10
  })
  void embeddingsHaveNoOutput(String model, long input, String expected) {
    assertThat(PricedCall.openai(model).input(input).usdBy(BOOK)).isEqualByComparingTo(expected);
  }

  @Test
  void aModelWithoutACachedDiscountBillsCachedInputInFull() {
    BigDecimal usd =
        PricedCall.openai("gpt-5-pro").input(1_000).cacheRead(900).output(10).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.0162"); // 1,000 × 15.00 + 10 × 120.00
  }

  @Test
  void aModelWhoseCachedRateNobodyKnowsHasNoPriceForCachedInput() {
    PricedCall uncached = PricedCall.openai("gpt-6.2-astra").input(1_000).output(10);
    PricedCall cached =
        PricedCall.openai("gpt-6.2-astra").input(1_000).cacheRead(1).output(10);

    assertThat(uncached.usdBy(BOOK)).isEqualByComparingTo("0.0084"); // 1,000 × 8.00 + 10 × 40.00
    assertThat(cached.reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void azureBillsListPricesUnderTheSameEntry() {
    Cost cost = PricedCall.at("azure.ai.openai")
        .requestModel("my-deployment")
        .responseModel("gpt-4.1-mini-2025-04-14")
        .input(1_000)
        .output(100)
        .costBy(BOOK);

    assertThat(cost.usd()).isEqualByComparingTo("0.00056"); // 1,000 × 0.40 + 100 × 1.60
    assertThat(cost.entry()).isEqualTo("openai/gpt-4.1-mini");
  }

  @Test
  void anAzureDeploymentIsNotAModelWhateverItsName() {
    UnpricedReason reason = PricedCall.at("azure.ai.openai")
        .requestModel("gpt-4o")
        .responseModel("gpt-99")
        .input(1_000)
        .output(100)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }
}
