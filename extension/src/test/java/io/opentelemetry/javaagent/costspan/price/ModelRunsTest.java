package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A call that is several runs of models: each is billed by itself. */
class ModelRunsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      BookText.pricesOf(
          "anthropic/main",
          "{\"usd_per_million_tokens\": [{\"input\": \"1.00\", \"output\": \"2.00\"},"
              + " {\"above_input_tokens\": 1000, \"input\": \"3.00\", \"output\": \"6.00\"}],"
              + " \"usd_per_thousand\": {\"web_search\": \"10.00\"}}"),
      BookText.entry("anthropic/advisor", "{\"input\": \"10.00\", \"output\": \"20.00\"}"));

  @Test
  void eachRunHasTheBracketOfItsOwnInput() {
    // 900 × 1 + 10 × 2, twice: the sum of their input is above the limit, neither of them is.
    assertThat(call(1_800, 20).run(null, 900, 10).run(null, 900, 10).usdBy(BOOK))
        .isEqualByComparingTo("0.00184");
    // 900 × 1 + 10 × 2 and 1001 × 3 + 10 × 6
    assertThat(call(1_901, 20).run(null, 900, 10).run(null, 1_001, 10).usdBy(BOOK))
        .isEqualByComparingTo("0.003983");
  }

  @Test
  void theSumOfRunsIsInNoBracket() {
    PriceBook book = BookText.ofEntries(BookText.pricesOf("anthropic/main", """
        {"usd_per_million_tokens": [
          {"input": "1", "output": "2"}, {"above_input_tokens": 1000, "input": "3", "output": "6"},
          {"speed": "fast", "input": "10", "output": "20"}],
         "usd_per_thousand": {"web_search": "10"}}"""));

    // fast has rates for short runs only: 2 × (900 × 10 + 10 × 20) / 1e6 + 10 / 1000
    assertThat(call(1_800, 20)
            .speed("fast")
            .run(null, 900, 10)
            .run(null, 900, 10)
            .webSearches(1)
            .usdBy(book))
        .isEqualByComparingTo("0.0284");
  }

  @Test
  void theInputOfAnotherModelPutsTheToolsInNoBracket() {
    PriceBook book = BookText.ofEntries(
        BookText.pricesOf("anthropic/main", """
            {"usd_per_million_tokens": [
              {"input": "1", "output": "2"},
              {"above_input_tokens": 1000, "input": "3", "output": "6"},
              {"speed": "fast", "input": "10", "output": "20"}],
             "usd_per_thousand": {"web_search": "10"}}"""),
        BookText.entry(
            "anthropic/advisor", "{\"speed\": \"fast\", \"input\": \"1\", \"output\": \"1\"}"));

    // 5,000 × 1 + 10 × 1, 900 × 10 + 10 × 20, all / 1e6, and a search
    assertThat(call(5_900, 20)
            .speed("fast")
            .run("advisor", 5_000, 10)
            .run(null, 900, 10)
            .webSearches(1)
            .usdBy(book))
        .isEqualByComparingTo("0.02421");
  }

  @Test
  void aRunOfAFreeModelIsFree() throws IOException {
    PriceBook book = BOOK.overlaidWith(PriceBook.parse("free: [anthropic/advisor]", "free"));
    PricedCall call = call(200, 20).run(null, 100, 10).run("advisor", 100, 10);

    assertThat(call.usdBy(book)).isEqualByComparingTo("0.00012"); // 100 × 1 + 10 × 2
    assertThat(book.explain(call.billed()).runs().get(1).quote().cost().usd()).isZero();
  }

  @Test
  void aRunOfAnotherModelHasThatModelsRates() {
    // 100 × 1 + 10 × 2 and 100 × 10 + 10 × 20
    assertThat(call(200, 20).run(null, 100, 10).run("advisor", 100, 10).usdBy(BOOK))
        .isEqualByComparingTo("0.00132");
  }

  @Test
  void toolsAreCountedOnceForTheWholeCall() {
    Cost cost =
        call(200, 20).run(null, 100, 10).run(null, 100, 10).webSearches(3).costBy(BOOK);

    assertThat(cost.usd(CostKind.TOOLS)).isEqualByComparingTo("0.03");
    assertThat(cost.usd()).isEqualByComparingTo("0.03024"); // 2 × (100 × 1 + 10 × 2) millionths
  }

  @Test
  void oneRunWithoutAPriceLeavesTheCallWithoutOne() {
    assertThat(call(200, 20).run(null, 100, 10).run("nobody", 100, 10).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void aDiscountAppliesToEveryRun() throws IOException {
    PriceBook half = BOOK.overlaidWith(
        PriceBook.parse("discounts: [{provider: anthropic, times: 0.5}]", "half"));

    assertThat(call(200, 20).run(null, 100, 10).run("advisor", 100, 10).usdBy(half))
        .isEqualByComparingTo("0.00066");
  }

  @Test
  void theExplanationHasEachRun() {
    Explanation explanation = BOOK.explain(
        call(200, 20).run(null, 100, 10).run("advisor", 100, 10).webSearches(1).billed());

    assertThat(explanation.lines()).hasSize(1);
    assertThat(explanation.runs())
        .extracting(Explanation::entry)
        .containsExactly("anthropic/main", "anthropic/advisor");
  }

  private static PricedCall call(long input, long output) {
    return PricedCall.anthropic("main").input(input).output(output);
  }
}
