package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceArithmeticTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      BookText.entry("openai/all", """
              {"input": "2.50", "cache_read": "1.25", "cache_write_5m": "3.125",
               "cache_write_1h": "5.00", "audio_input": "40.00", "output": "10.00",
               "reasoning": "12.00", "audio_output": "80.00"}"""),
      BookText.entry("openai/plain", "{\"input\": \"2.50\", \"output\": \"10.00\"}"),
      BookText.entry("openai/embedding", "{\"input\": \"0.02\"}"));

  @Test
  void pricesCachedInputAtTheCachedRate() {
    BigDecimal usd =
        PricedCall.openai("all").input(1_000).cacheRead(400).output(100).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.003"); // (600 × 2.50 + 400 × 1.25 + 100 × 10.00) / 1e6
  }

  @Test
  void pricesEachLeafAtItsOwnRate() {
    Cost cost = PricedCall.openai("all")
        .input(10_000)
        .cacheRead(1_000)
        .cacheWrite(3_000)
        .cacheWrite1h(1_000)
        .count(Count.AUDIO_INPUT, 500)
        .output(2_000)
        .reasoning(700)
        .count(Count.AUDIO_OUTPUT, 300)
        .costBy(BOOK);

    assertParts(
        cost,
        Map.of(
            CostKind.INPUT, "0.03375", // 5,500 × 2.50 + 500 × 40.00 = 33,750
            CostKind.CACHE_READ, "0.00125", // 1,000 × 1.25
            CostKind.CACHE_WRITE, "0.01125", // 2,000 × 3.125 + 1,000 × 5.00
            CostKind.OUTPUT, "0.0424")); // 1,000 × 10.00 + 700 × 12.00 + 300 × 80.00
    assertThat(cost.usd()).isEqualByComparingTo("0.08865");
  }

  @Test
  void showsOnlyTheKindsThatWereUsed() {
    Cost cost = PricedCall.openai("all").input(10).output(0).costBy(BOOK);

    assertThat(cost.parts()).containsOnlyKeys(CostKind.INPUT);
  }

  @Test
  void pricesACallThatUsedNothingAtZeroInput() {
    Cost cost = PricedCall.openai("all").input(0).output(0).costBy(BOOK);

    assertParts(cost, Map.of(CostKind.INPUT, "0"));
  }

  @Test
  void pricesCachedInputInFullWithoutACachedRate() {
    BigDecimal usd =
        PricedCall.openai("plain").input(1_000).cacheRead(400).output(0).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.0025"); // (600 + 400) × 2.50 / 1e6
  }

  @Test
  void pricesCacheWritesAsInputWithoutAWriteRate() {
    BigDecimal usd =
        PricedCall.openai("plain").input(1_000).cacheWrite(400).output(0).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.0025"); // (600 + 400) × 2.50 / 1e6
  }

  @Test
  void pricesReasoningAsOutputWithoutAReasoningRate() {
    BigDecimal usd =
        PricedCall.openai("plain").input(0).output(500).reasoning(300).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.005"); // (200 + 300) × 10.00 / 1e6
  }

  @Test
  void pricesTheSmallestEmbeddingExactly() {
    BigDecimal usd = PricedCall.openai("embedding").input(8).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo("0.00000016"); // 8 × 0.02 / 1e6
  }

  @Test
  void neverRounds() {
    // 1 × 0.123456789012 / 1e6, and 999,999,999,999 times that
    PriceBook book =
        BookText.ofEntries(BookText.entry("openai/odd", "{\"input\": \"0.123456789012\"}"));

    assertThat(PricedCall.openai("odd").input(1).usdBy(book))
        .isEqualByComparingTo("0.000000123456789012");
    assertThat(PricedCall.openai("odd").input(999_999_999_999L).usdBy(book))
        .isEqualByComparingTo("123456.789011876543210988");
  }

  @Test
  void neverBillsACountThatContradictsAnother() {
    // 12 cached of 10 input tokens: 12 × 1.25 and nothing uncached, not −2 × 2.50
    Cost cost = PricedCall.openai("all").input(10).cacheRead(12).output(0).costBy(BOOK);

    assertParts(cost, Map.of(CostKind.CACHE_READ, "0.000015"));
  }

  @Test
  void namesTheEntryAndTheVersionOfTheBook() {
    Cost cost = PricedCall.openai("all").input(10).output(0).costBy(BOOK);

    assertThat(cost.entry()).isEqualTo("openai/all");
    assertThat(cost.version()).isEqualTo("2026-01-01");
    assertThat(cost.source()).isEqualTo(CostSource.LOCAL);
  }

  private static void assertParts(Cost cost, Map<CostKind, String> expected) {
    assertThat(cost.parts()).containsOnlyKeys(expected.keySet());
    expected.forEach((kind, usd) ->
        assertThat(cost.parts().get(kind)).as(kind.value()).isEqualByComparingTo(usd));
  }
}
