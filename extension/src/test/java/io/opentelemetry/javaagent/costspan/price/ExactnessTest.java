package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To the last digit, from the smallest call there is to amounts that no {@code long} can hold. */
class ExactnessTest {

  private static final long TWO_TO_53 = 1L << 53;

  @ParameterizedTest
  @CsvSource({
    "0.02, 1, 0.00000002", // the least that anything costs at OpenAI
    "0.02, 8, 0.00000016",
    "0.02, 1000000, 0.02",
    "2.50, 1000000, 2.5",
    "0.000000000000000001, 1, 0.000000000000000000000001", // 18 decimals and 6 for the million
    "999999999.999999999999999999, 1, 999.999999999999999999999999",
    // 999999999.999999999999999999 × 9007199254740992 / 1e6 = (1e9 − 1e-18) × 9007199254.740992
    //   = 9007199254740992000 − 0.000000009007199254740992
    "999999999.999999999999999999, 9007199254740992, 9007199254740991999.999999990992800745259008",
  })
  void isExactToTheLastDigit(String usdPerMillion, long tokens, String usd) {
    PriceBook book =
        BookText.ofEntries(BookText.entry("openai/e", "{\"input\": \"" + usdPerMillion + "\"}"));

    assertThat(PricedCall.openai("e").input(tokens).usdBy(book)).isEqualByComparingTo(usd);
  }

  @Test
  void factorsMultiplyWithoutRounding() throws IOException {
    PriceBook book = BookText.parse("""
        {"discounts": [{"provider": "openai", "times": "0.85"}],
         "entries": [{"id": "openai/m", "prices": [{
           "usd_per_million_tokens": [{"input": "0.05", "cache_read": "0.005", "output": "0.40"}],
           "usd_per_thousand": {"web_search": "10.00"},
           "region": {"us": "1.1"}}]}]}""");

    Cost cost = PricedCall.openai("m")
        .region("us")
        .input(7)
        .cacheRead(4)
        .output(1)
        .webSearches(1)
        .costBy(book);

    // 3 × 0.05 × 0.935 = 0.14025, 4 × 0.005 × 0.935 = 0.0187, 1 × 0.40 × 0.935 = 0.374, all / 1e6;
    // the search is not multiplied for the region: 10.00 / 1000 × 0.85
    assertThat(cost.usd(CostKind.INPUT)).isEqualByComparingTo("0.00000014025");
    assertThat(cost.usd(CostKind.CACHE_READ)).isEqualByComparingTo("0.0000000187");
    assertThat(cost.usd(CostKind.OUTPUT)).isEqualByComparingTo("0.000000374");
    assertThat(cost.usd(CostKind.TOOLS)).isEqualByComparingTo("0.0085");
    assertThat(cost.usd()).isEqualByComparingTo("0.00850053295");
    // 4 × (0.05 − 0.005) × 0.935 / 1e6
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo("0.0000001683");
  }

  @Test
  void aCallOfAMillionTokensIsExact() {
    PriceBook book = BookText.ofEntries(BookText.entry(
        "openai/big", "{\"input\": \"1.25\", \"cache_read\": \"0.125\", \"output\": \"10.00\"}"));

    Cost cost = PricedCall.openai("big")
        .input(1_000_000)
        .cacheRead(999_999)
        .output(128_001)
        .costBy(book);

    // 1 × 1.25 + 999,999 × 0.125 + 128,001 × 10.00 = 1.25 + 124,999.875 + 1,280,010 = 1,405,011.125
    assertThat(cost.usd()).isEqualByComparingTo("1.405011125");
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo("1.124998875"); // 999,999 × 1.125 / 1e6
  }

  /** Every power of two around the edge at which a product stops to fit. */
  @Test
  void nothingOverflowsAtTheEdgeOfALong() {
    for (int bits = 40; bits < 63; bits++) {
      for (long off = -1; off <= 1; off++) {
        BigDecimal rate = BigDecimal.valueOf((1L << Math.min(bits - 13, 49)) + off, 15);
        long amount = Math.min((1L << bits) + off, TWO_TO_53);
        PriceBook book = BookText.ofEntries(BookText.entry(
            "openai/e",
            "{\"input\": \"%1$s\", \"output\": \"%1$s\"}".formatted(rate.toPlainString())));

        BigDecimal usd = PricedCall.openai("e").input(amount).output(amount).usdBy(book);

        assertThat(usd)
            .as("%s x %s", rate, amount)
            .isEqualByComparingTo(rate.movePointLeft(6)
                .multiply(BigDecimal.valueOf(amount))
                .multiply(BigDecimal.valueOf(2)));
      }
    }
  }
}
