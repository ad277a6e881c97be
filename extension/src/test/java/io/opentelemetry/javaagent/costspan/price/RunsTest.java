package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import org.junit.jupiter.api.Test;

/** Calls that are several runs of models, as Anthropic tells them apart. */
class RunsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      """
      {"id": "anthropic/main", "prices": [{
        "usd_per_million_tokens": [
          {"input": "3", "cache_read": "0.3", "cache_write_5m": "3.75", "output": "15"},
          {"speed": "fast", "input": "6", "output": "30"},
          {"above_input_tokens": 200000, "input": "6", "output": "22.5"}],
        "usd_per_thousand": {"web_search": "10"},
        "region": {"us": "1.1"}}]}""", BookText.entry("anthropic/advisor", "{\"input\": \"5\", \"output\": \"25\"}"));

  @Test
  void eachRunIsBilledAtTheRatesOfItsModel() {
    Cost cost =
        call(1_100, 130).run(null, run(1_000, 100)).run("advisor", run(100, 30)).costBy(BOOK);

    // 1,000 × 3 + 100 × 5 = 3,500 and 100 × 15 + 30 × 25 = 2,250
    assertThat(cost.usd(CostKind.INPUT)).isEqualByComparingTo("0.0035");
    assertThat(cost.usd(CostKind.OUTPUT)).isEqualByComparingTo("0.00225");
    assertThat(cost.usd()).isEqualByComparingTo("0.00575");
    assertThat(cost.entry()).isEqualTo("anthropic/main");
  }

  @Test
  void oneRunOfAnUnknownModelLeavesTheCallUnpriced() {
    PricedCall call = call(1_100, 130).run(null, run(1_000, 100)).run("nobody", run(100, 30));

    assertThat(call.reasonBy(BOOK)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void eachRunFallsIntoItsOwnBracket() {
    Cost cost = call(350_001, 30)
        .run(null, run(150_000, 10))
        .run(null, run(200_001, 20))
        .costBy(BOOK);

    // 150,000 × 3 + 10 × 15 + 200,001 × 6 + 20 × 22.5 = 450,150 + 1,200,456
    assertThat(cost.usd()).isEqualByComparingTo("1.650606");
  }

  @Test
  void theSumOfRunsIsInNoBracket() {
    PricedCall call = call(300_000, 20)
        .speed("fast")
        .webSearches(1)
        .run(null, run(150_000, 10))
        .run(null, run(150_000, 10));

    // fast has rates for short runs only: 2 × (150,000 × 6 + 10 × 30) / 1e6 + 10 / 1000
    assertThat(call.usdBy(BOOK)).isEqualByComparingTo("1.8106");
  }

  @Test
  void toolsAreBilledOnceAndNotMultipliedForTheRegion() {
    Cost cost = call(2_000, 20)
        .region("us")
        .webSearches(3)
        .run(null, run(1_000, 10))
        .run(null, run(1_000, 10))
        .costBy(BOOK);

    assertThat(cost.usd(CostKind.TOOLS)).isEqualByComparingTo("0.03"); // 3 × 10 / 1000
    assertThat(cost.usd(CostKind.INPUT)).isEqualByComparingTo("0.0066"); // 2,000 × 3 × 1.1 / 1e6
    assertThat(cost.usd(CostKind.OUTPUT)).isEqualByComparingTo("0.00033"); // 20 × 15 × 1.1 / 1e6
  }

  @Test
  void savingsOfRunsAddUp() {
    Cost cost = call(3_000, 20)
        .run(null, run(1_000, 10).set(Count.CACHE_READ, 1_000))
        .run(null, run(2_000, 10).set(Count.CACHE_READ, 500).set(Count.CACHE_WRITE, 500))
        .costBy(BOOK);

    // 1,000 × 2.7 and 500 × 2.7 − 500 × 0.75
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo("0.003675");
  }

  @Test
  void aRunThatDoesNotSayWhatItWroteLeavesTheCallUnpriced() {
    PricedCall call = call(1_100, 100)
        .run(null, run(1_000, 100))
        .run(null, Usage.builder().set(Count.INPUT, 100));

    assertThat(call.reasonBy(BOOK)).isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @Test
  void aToolWithoutAFeeLeavesTheCallUnpriced() {
    PricedCall call = call(1_000, 100).count(Count.FILE_SEARCHES, 1).run(null, run(1_000, 100));

    assertThat(call.reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void anExplanationOfRunsAddsUpToTheQuote() {
    Explanation why = BOOK.explain(call(1_100, 130)
        .webSearches(1)
        .run(null, run(1_000, 100))
        .run("advisor", run(100, 30))
        .billed());

    assertThat(why.quote().cost().usd()).isEqualByComparingTo("0.01575");
    assertThat(why.lines()).hasSize(1);
    assertThat(why.lines().get(0).usd()).isEqualByComparingTo("0.01");
    assertThat(why.runs().get(0).quote().cost().usd()).isEqualByComparingTo("0.0045");
    assertThat(why.runs().get(1).quote().cost().usd()).isEqualByComparingTo("0.00125");
  }

  private static PricedCall call(long input, long output) {
    return PricedCall.anthropic("main").input(input).output(output);
  }

  private static Usage.Builder run(long input, long output) {
    return Usage.builder().set(Count.INPUT, input).set(Count.OUTPUT, output);
  }
}
