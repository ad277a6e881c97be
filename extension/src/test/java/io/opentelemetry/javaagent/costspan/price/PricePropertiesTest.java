package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.Leaves;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PricePropertiesTest {

  private static final PriceBook BUNDLED = PriceBook.bundled();

  // Six rates that share no factor, so that no leaf can pass for another.
  private static final PriceBook ODD = BookText.ofEntries(BookText.entry("openai/odd", """
              {"input": "2.500003", "cache_read": "0.250007", "cache_write_5m": "3.125011",
               "cache_write_1h": "5.000013", "output": "10.000017", "reasoning": "12.000019"}"""));

  private static final Map<Leaf, Long> PICO_USD_PER_TOKEN = Map.of(
      Leaf.INPUT, 2_500_003L,
      Leaf.CACHE_READ, 250_007L,
      Leaf.CACHE_WRITE_5M, 3_125_011L,
      Leaf.CACHE_WRITE_1H, 5_000_013L,
      Leaf.OUTPUT, 10_000_017L,
      Leaf.REASONING, 12_000_019L);

  @Property
  void isWhatWholePicoDollarsAddUpTo(
      @ForAll @LongRange(max = 10_000_000_000L) long input,
      @ForAll @LongRange(max = 10_000_000_000L) long cacheRead,
      @ForAll @LongRange(max = 10_000_000_000L) long cacheWrite,
      @ForAll @LongRange(max = 10_000_000_000L) long cacheWrite1h,
      @ForAll @LongRange(max = 10_000_000_000L) long output,
      @ForAll @LongRange(max = 10_000_000_000L) long reasoning) {
    PricedCall call = call(input, cacheRead, cacheWrite, cacheWrite1h, output, reasoning);
    Map<Leaf, Long> leaves = Map.of(
        Leaf.INPUT, input,
        Leaf.CACHE_READ, cacheRead,
        Leaf.CACHE_WRITE_5M, cacheWrite,
        Leaf.CACHE_WRITE_1H, cacheWrite1h,
        Leaf.OUTPUT, output,
        Leaf.REASONING, reasoning);

    Cost cost = call.costBy(ODD);

    assertThat(cost.usd().movePointRight(12).toBigIntegerExact()).isEqualTo(picoUsd(leaves));
    assertThat(cost.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(cost.usd());
  }

  @Property
  void moreTokensNeverCostLess(
      @ForAll @Size(6) List<@LongRange(max = 1_000_000_000L) Long> leaves,
      @ForAll @LongRange(min = 1, max = 1_000_000L) long more) {
    BigDecimal before = call(leaves).usdBy(ODD);

    for (int i = 0; i < leaves.size(); i++) {
      List<Long> grown = new ArrayList<>(leaves);
      grown.set(i, grown.get(i) + more);

      assertThat(call(grown).usdBy(ODD)).isGreaterThan(before);
    }
  }

  @Property
  void theCostOfTwoCallsIsTheCostOfTheirSum(
      @ForAll @Size(6) List<@LongRange(max = 1_000_000_000L) Long> one,
      @ForAll @Size(6) List<@LongRange(max = 1_000_000_000L) Long> two) {
    List<Long> both =
        IntStream.range(0, 6).mapToObj(i -> one.get(i) + two.get(i)).toList();

    BigDecimal apart = call(one).usdBy(ODD).add(call(two).usdBy(ODD));

    assertThat(call(both).usdBy(ODD)).isEqualByComparingTo(apart);
  }

  @Property
  void splittingOutputIntoReasoningChangesNothingAtOneRate(
      @ForAll @LongRange(max = 1_000_000L) long output,
      @ForAll @LongRange(max = 1_000_000L) long reasoning) {
    BigDecimal whole = PricedCall.openai("gpt-5").input(1).output(output).usdBy(BUNDLED);
    BigDecimal split = PricedCall.openai("gpt-5")
        .input(1)
        .output(output)
        .reasoning(Math.min(reasoning, output))
        .usdBy(BUNDLED);

    assertThat(split).isEqualByComparingTo(whole);
  }

  @Property
  void aCacheNeverSavesMoreThanUncachedInputWouldHaveCost(
      @ForAll @Size(6) List<@LongRange(max = 1_000_000_000L) Long> leaves) {
    Cost cost = call(leaves).costBy(ODD);
    BigDecimal uncached = PricedCall.openai("odd")
        .input(leaves.get(0) + leaves.get(1) + leaves.get(2) + leaves.get(3))
        .output(leaves.get(4) + leaves.get(5))
        .reasoning(leaves.get(5))
        .usdBy(ODD);

    assertThat(cost.cacheSavedUsd())
        .isEqualByComparingTo(uncached.subtract(cost.usd()).max(BigDecimal.ZERO));
  }

  @Property
  void noPayloadIsNegativeAFailureOrASilentZero(
      @ForAll("models") PriceEntry entry,
      @ForAll("terms") String tier,
      @ForAll("terms") String speed,
      @ForAll("terms") String geo,
      @ForAll @Size(34) List<@LongRange(min = -1) Long> counts) {
    Usage.Builder usage = Usage.builder();
    PricedCall call = PricedCall.at(entry.provider())
        .responseModel(entry.models().get(0))
        .serviceTier(tier)
        .speed(speed)
        .region(geo);
    for (Count count : Count.values()) {
      call.count(count, counts.get(count.ordinal()));
      usage.set(count, counts.get(count.ordinal()));
    }

    Quote quote = call.quotedBy(BUNDLED);

    assertThat(quote.cost() == null).isNotEqualTo(quote.reason() == null);
    if (quote.cost() != null) {
      boolean usedAnything = usesAnything(usage.build(UsageStatus.MEASURED).leaves());
      boolean costs = usedAnything || hasFeePerRequest(entry);
      assertThat(quote.cost().usd().signum()).isEqualTo(costs ? 1 : 0);
      assertThat(quote.cost().cacheSavedUsd().signum()).isNotNegative();
    }
  }

  /** Perplexity's online models: 0.005 USD a request, also for one that used nothing. */
  @Example
  void aFeePerRequestIsDueWhateverWasUsed() {
    List<String> due = new ArrayList<>();
    for (PriceEntry entry : BUNDLED.entries()) {
      Quote quote = PricedCall.at(entry.provider())
          .responseModel(entry.models().get(0))
          .input(0)
          .output(0)
          .quotedBy(BUNDLED);

      if (quote.cost() != null) {
        assertThat(quote.cost().usd())
            .as(entry.id())
            .isEqualByComparingTo(hasFeePerRequest(entry) ? "0.005" : "0");
        if (quote.cost().usd().signum() > 0) {
          due.add(entry.id());
        }
      }
    }
    assertThat(due)
        .containsExactlyInAnyOrder(
            "perplexity/pplx-70b-online",
            "perplexity/pplx-7b-online",
            "perplexity/sonar-medium-online",
            "perplexity/sonar-small-online");
  }

  @Provide
  Arbitrary<PriceEntry> models() {
    return Arbitraries.of(BUNDLED.entries().toArray(new PriceEntry[0]));
  }

  @Provide
  Arbitrary<String> terms() {
    return Arbitraries.of(
            "standard", "default", "batch", "flex", "priority", "fast", "us", "global")
        .injectNull(0.5);
  }

  private static boolean hasFeePerRequest(PriceEntry entry) {
    return entry.prices().stream()
        .flatMap(price -> price.unitRows().stream())
        .anyMatch(row -> row.rates().lists(Rate.REQUEST));
  }

  private static boolean usesAnything(Leaves leaves) {
    for (Leaf leaf : Leaf.values()) {
      if (leaves.of(leaf) > 0) {
        return true;
      }
    }
    return false;
  }

  private static PricedCall call(List<Long> leaves) {
    return call(
        leaves.get(0), leaves.get(1), leaves.get(2), leaves.get(3), leaves.get(4), leaves.get(5));
  }

  /** A call with these disjoint leaves, reported with totals that include their parts. */
  private static PricedCall call(
      long input, long cacheRead, long write5m, long write1h, long output, long reasoning) {
    return PricedCall.openai("odd")
        .input(input + cacheRead + write5m + write1h)
        .cacheRead(cacheRead)
        .cacheWrite(write5m + write1h)
        .cacheWrite1h(write1h)
        .output(output + reasoning)
        .reasoning(reasoning);
  }

  private static BigInteger picoUsd(Map<Leaf, Long> leaves) {
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<Leaf, Long> leaf : leaves.entrySet()) {
      // USD per million tokens with six decimals: the whole number is picodollars per token.
      BigInteger rate = BigInteger.valueOf(PICO_USD_PER_TOKEN.get(leaf.getKey()));
      sum = sum.add(rate.multiply(BigInteger.valueOf(leaf.getValue())));
    }
    return sum;
  }
}
