package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
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
  void factorsMultiplyWithoutRounding() throws Exception {
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

  @Test
  void aSavingTooLargeForALongIsStillASaving() {
    // In units of 1e-15 USD the read costs 1, and the input that it replaces nearly 1e18.
    PriceBook book = BookText.ofEntries(BookText.entry(
        "openai/odd", "{\"input\": \"999999999\", \"cache_read\": \"0.000000001\"}"));

    Cost cost = PricedCall.openai("odd").input(10).cacheRead(10).costBy(book);

    assertThat(cost.usd()).isEqualByComparingTo("0.00000000000001"); // 10 × 1e-15
    // 10 × 999.999999 − 1e-14
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo("9999.99998999999999");
  }

  @Property(tries = 3000)
  void narrowAndWideArithmeticAreTheSame(
      @ForAll @Size(6) List<@From("rates") BigDecimal> rates,
      @ForAll @Size(6) List<@From("amounts") Long> amounts,
      @ForAll("factors") BigDecimal region,
      @ForAll("factors") BigDecimal discount)
      throws Exception {
    PriceBook book = BookText.parse(book(rates, region, discount));

    Cost cost = PricedCall.openai("m")
        .region("us")
        .input(amounts.get(0) + amounts.get(1) + amounts.get(2) + amounts.get(3))
        .cacheRead(amounts.get(1))
        .cacheWrite(amounts.get(2) + amounts.get(3))
        .cacheWrite1h(amounts.get(3))
        .output(amounts.get(4))
        .count(Count.WEB_SEARCHES, amounts.get(5))
        .costBy(book);

    BigDecimal times = region.multiply(discount).movePointLeft(6);
    BigDecimal[] each = new BigDecimal[6];
    for (int i = 0; i < 5; i++) {
      each[i] = rates.get(i).multiply(times).multiply(BigDecimal.valueOf(amounts.get(i)));
    }
    each[5] = rates
        .get(5)
        .multiply(discount)
        .movePointLeft(3)
        .multiply(BigDecimal.valueOf(amounts.get(5)));
    BigDecimal plain = rates
        .get(0)
        .multiply(times)
        .multiply(BigDecimal.valueOf(amounts.get(1) + amounts.get(2) + amounts.get(3)));
    BigDecimal cached = each[1].add(each[2]).add(each[3]);
    assertThat(or0(cost.usd(CostKind.INPUT))).isEqualByComparingTo(each[0]);
    assertThat(or0(cost.usd(CostKind.CACHE_READ))).isEqualByComparingTo(each[1]);
    assertThat(or0(cost.usd(CostKind.CACHE_WRITE))).isEqualByComparingTo(each[2].add(each[3]));
    assertThat(or0(cost.usd(CostKind.OUTPUT))).isEqualByComparingTo(each[4]);
    assertThat(or0(cost.usd(CostKind.TOOLS))).isEqualByComparingTo(each[5]);
    assertThat(cost.usd()).isEqualByComparingTo(each[0].add(cached).add(each[4]).add(each[5]));
    assertThat(cost.cacheSavedUsd())
        .isEqualByComparingTo(plain.subtract(cached).max(BigDecimal.ZERO));
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

  @Provide
  Arbitrary<BigDecimal> rates() {
    Arbitrary<BigInteger> digits = Arbitraries.bigIntegers()
        .between(BigInteger.ZERO, BigInteger.TEN.pow(9).subtract(BigInteger.ONE));
    return Combinators.combine(digits, digits, digits, Arbitraries.integers().between(0, 18))
        .as((whole, upper, lower, scale) -> new BigDecimal(whole)
            .add(new BigDecimal(upper.multiply(BigInteger.TEN.pow(9)).add(lower), 18)
                .setScale(scale, RoundingMode.DOWN)));
  }

  @Provide
  Arbitrary<Long> amounts() {
    return Arbitraries.longs().between(0, TWO_TO_53 / 4);
  }

  @Provide
  Arbitrary<BigDecimal> factors() {
    return Arbitraries.of("1", "1.1", "0.85", "0", "1.000000000000000001", "0.333333333333333333")
        .map(BigDecimal::new);
  }

  private static BigDecimal or0(BigDecimal usd) {
    return usd == null ? BigDecimal.ZERO : usd;
  }

  private static String book(List<BigDecimal> rates, BigDecimal region, BigDecimal discount) {
    return """
        {"discounts": [{"provider": "openai", "times": "%s"}],
         "entries": [{"id": "openai/m", "prices": [{
           "usd_per_million_tokens": [{"input": "%s", "cache_read": "%s", "cache_write_5m": "%s",
             "cache_write_1h": "%s", "output": "%s"}],
           "usd_per_thousand": {"web_search": "%s"}, "region": {"us": "%s"}}]}]}""".formatted(
            discount.toPlainString(),
            rates.get(0).toPlainString(),
            rates.get(1).toPlainString(),
            rates.get(2).toPlainString(),
            rates.get(3).toPlainString(),
            rates.get(4).toPlainString(),
            rates.get(5).toPlainString(),
            region.toPlainString());
  }
}
