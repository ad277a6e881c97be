package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedPricesTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  @ParameterizedTest
  @CsvSource({
    "2026-08-20T23:59:59.999Z, 0.035", // 1,000 × 5.00 + 1,000 × 30.00
    "2026-08-21T00:00:00Z,     0.024", // 1,000 × 4.00 + 1,000 × 20.00
  })
  void gpt56SolWasCutAtMidnightUtc(Instant at, String expected) {
    BigDecimal usd =
        PricedCall.openai("gpt-5.6-sol").when(at).input(1_000).output(1_000).usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-12, 2.5375", // 250,000 × 10.00 + 1,000 × 37.50
    "2026-03-13, 1.275", // 250,000 × 5.00 + 1,000 × 25.00
  })
  void opus46LostItsLongContextSurcharge(String day, String expected) {
    BigDecimal usd = PricedCall.anthropic("claude-opus-4-6")
        .on(day)
        .input(250_000)
        .output(1_000)
        .usdBy(BOOK);

    assertThat(usd).isEqualByComparingTo(expected);
  }

  @Test
  void aPriceAppliesFromItsFirstDayUntilTheDayItEnds() {
    PriceBook book = BookText.ofEntries(BookText.pricesOf("openai/intro", """
                {"from": "2026-06-01", "until": "2026-07-01",
                 "usd_per_million_tokens": [{"input": "1.00"}]}""", """
                {"from": "2026-08-01", "usd_per_million_tokens": [{"input": "2.00"}]}"""));

    assertThat(onDay("2026-05-31").reasonBy(book)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    assertThat(onDay("2026-06-01").usdBy(book)).isEqualByComparingTo("1");
    assertThat(onDay("2026-06-30").usdBy(book)).isEqualByComparingTo("1");
    assertThat(onDay("2026-07-01").reasonBy(book)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    assertThat(onDay("2026-08-01").usdBy(book)).isEqualByComparingTo("2");
    assertThat(onDay("2036-08-01").usdBy(book)).isEqualByComparingTo("2");
  }

  private static PricedCall onDay(String day) {
    return PricedCall.openai("intro").on(day).input(1_000_000);
  }
}
