package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whole decimal units or big decimals, the sum is the same and exact. */
class WideArithmeticTest {

  @Property(tries = 2_000)
  void isTheSumThatBigDecimalsHave(
      @ForAll("rates") List<BigDecimal> rates,
      @ForAll @Size(5) List<@LongRange(max = (1L << 53) - 1) Long> amounts,
      @ForAll("factors") BigDecimal region,
      @ForAll("factors") BigDecimal contract)
      throws IOException {
    PriceBook book = book(rates, region, contract);
    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 0; i < 5; i++) {
      expected = expected.add(rates.get(i).multiply(BigDecimal.valueOf(amounts.get(i))));
    }
    expected = expected.movePointLeft(6).multiply(region).multiply(contract);

    Cost cost = PricedCall.openai("any")
        .input(amounts.get(0) + amounts.get(1) + amounts.get(2))
        .cacheRead(amounts.get(1))
        .cacheWrite(amounts.get(2))
        .output(amounts.get(3) + amounts.get(4))
        .reasoning(amounts.get(4))
        .region("eu")
        .costBy(book);

    assertThat(cost.usd()).isEqualByComparingTo(expected);
    assertThat(cost.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(expected);
    BigDecimal uncached = rates
        .get(0)
        .multiply(BigDecimal.valueOf(amounts.get(1) + amounts.get(2)))
        .movePointLeft(6)
        .multiply(region)
        .multiply(contract);
    BigDecimal saved = uncached
        .subtract(cost.parts().getOrDefault(CostKind.CACHE_READ, BigDecimal.ZERO))
        .subtract(cost.parts().getOrDefault(CostKind.CACHE_WRITE, BigDecimal.ZERO));
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo(saved.max(BigDecimal.ZERO));
  }

  @Provide
  Arbitrary<List<BigDecimal>> rates() {
    Arbitrary<BigDecimal> rate = Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.valueOf(600))
            .ofScale(2),
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.valueOf(999_999_999))
            .ofScale(18));
    return rate.list().ofSize(5);
  }

  @Provide
  Arbitrary<BigDecimal> factors() {
    return Arbitraries.oneOf(
        Arbitraries.of(BigDecimal.ONE, new BigDecimal("1.1"), new BigDecimal("0.85")),
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(18));
  }

  private static PriceBook book(List<BigDecimal> rates, BigDecimal region, BigDecimal contract)
      throws IOException {
    return PriceBook.parse(
        """
        entries:
          - id: openai/any
            prices:
              - usd_per_million_tokens:
                  - {input: %s, cache_read: %s, cache_write_5m: %s, output: %s, reasoning: %s}
                region: {eu: %s}
        discounts: [{model: openai/any, times: %s}]
        """.formatted(
                plain(rates.get(0)),
                plain(rates.get(1)),
                plain(rates.get(2)),
                plain(rates.get(3)),
                plain(rates.get(4)),
                plain(region),
                plain(contract)),
        "any");
  }

  private static String plain(BigDecimal decimal) {
    return decimal.toPlainString();
  }
}
