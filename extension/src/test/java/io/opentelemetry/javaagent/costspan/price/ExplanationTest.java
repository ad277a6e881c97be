package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Leaf;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An explanation adds up to the quote and tells where each figure is from. */
class ExplanationTest {

  private static final PriceBook BOOK = book("""
      {"version": "2026-11-28",
       "sources": {"list": "the provider's list", "others": "somebody else's"},
       "aliases": [{"id": "azure.ai.openai/ours", "as": "openai/main", "region": "eu",
                    "service_tier": "batch"}],
       "discounts": [{"model": "openai/advisor", "times": "0.85"}],
       "free": ["ollama", "openai/gift"],
       "entries": [
         {"id": "openai/main", "aliases": ["main-latest"],
          "sources": ["list", "others"], "checked": "2026-11-21", "note": "others had 2.00",
          "prices": [
            {"until": "2026-08-21", "usd_per_million_tokens": [{"input": "9.00", "output": "9.00"}]},
            {"from": "2026-08-21",
             "windows": {"peak": {"utc": ["01:00-04:00"]}},
             "usd_per_million_tokens": [
               {"input": "1.00", "cache_read": "0.10", "output": "4.00"},
               {"above_input_tokens": 1000, "input": "2.00", "cache_read": "0.20", "output": "6.00"},
               {"window": "peak", "input": "3.00", "cache_read": "0.30", "output": "8.00"},
               {"service_tier": "batch", "input": "0.50", "cache_read": "0.05", "output": "2.00"}],
             "usd_per_unit": [
               {"audio_input_second": "0.0001", "page": "0.001"},
               {"service_tier": "batch", "page": "0.0005"}],
             "usd_per_thousand": {"web_search": "10.00"},
             "region": {"us": "1.1", "eu": "1.2"}}]},
         {"id": "openai/advisor", "prices": [
           {"usd_per_million_tokens": [{"input": "10.00", "output": "20.00"}],
            "usd_per_unit": [{"request": "0.01"}],
            "usd_per_thousand": {"web_search": "10.00"}}]},
         {"id": "openai/gift", "prices": [
           {"usd_per_million_tokens": [{"input": "7.00", "output": "7.00"}]}]}]}""");

  static Stream<PricedCall> calls() {
    return Stream.of(
        main(),
        main().region("us"),
        main().serviceTier("batch").count(Count.PAGES, 3),
        main().count(Count.AUDIO_INPUT_MILLIS, 12_345),
        main().when(Instant.parse("2026-11-21T01:00:00Z")),
        PricedCall.openai("main").input(1_001).cacheRead(1_000).output(7),
        PricedCall.openai("advisor").input(10).output(10).webSearches(2),
        PricedCall.openai("main").input(0).output(0),
        PricedCall.at("azure.ai.openai").requestModel("ours").input(100).output(10),
        PricedCall.openai("gift").input(100).output(10),
        PricedCall.at("ollama").responseModel("llama").input(100).output(10),
        runs(),
        PricedCall.openai("main").input(200).output(20).run(null, 100, 10).run("gift", 100, 10),
        PricedCall.openai("gift").input(200).output(20).run(null, 100, 10).run("advisor", 100, 10));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void linesAddUpToTheQuote(PricedCall call) {
    Explanation explanation = BOOK.explain(call.billed());

    assertThat(sum(explanation)).isEqualByComparingTo(call.usdBy(BOOK));
    assertThat(explanation.quote().cost().usd()).isEqualByComparingTo(call.usdBy(BOOK));
  }

  @Test
  void aLineIsAnAmountTimesItsRate() {
    List<Explanation.Line> lines = BOOK.explain(main().region("us").billed()).lines();

    assertThat(lines)
        .extracting(Explanation.Line::leaf)
        .containsExactly(Leaf.INPUT, Leaf.CACHE_READ, Leaf.OUTPUT, Leaf.WEB_SEARCH);
    assertThat(lines).extracting(Explanation.Line::amount).containsExactly(600L, 400L, 100L, 2L);
    assertThat(lines)
        .extracting(line -> line.usdPerUnit().stripTrailingZeros().toPlainString())
        .containsExactly("1.1", "0.11", "4.4", "10"); // fees are the same in every region
    assertThat(lines)
        .extracting(line -> line.usd().stripTrailingZeros().toPlainString())
        .containsExactly("0.00066", "0.000044", "0.00044", "0.02");
    assertThat(lines)
        .extracting(Explanation.Line::kind)
        .containsExactly(CostKind.INPUT, CostKind.CACHE_READ, CostKind.OUTPUT, CostKind.TOOLS);
    assertThat(lines)
        .extracting(Explanation.Line::unit)
        .startsWith("million tokens")
        .endsWith("thousand calls");
  }

  @Test
  void secondsArePricedByTheSecondAndCountedInMilliseconds() {
    Explanation explanation = BOOK.explain(
        PricedCall.openai("main").count(Count.AUDIO_INPUT_MILLIS, 12_345).billed());

    Explanation.Line line = explanation.lines().get(0);
    assertThat(line.amount()).isEqualTo(12_345);
    assertThat(line.unit()).isEqualTo("second");
    assertThat(line.usdPerUnit()).isEqualByComparingTo("0.0001");
    assertThat(line.usd()).isEqualByComparingTo("0.0012345"); // 12.345 s × 0.0001
  }

  @Test
  void aRequestIsALineOfItsOwn() {
    Explanation explanation =
        BOOK.explain(PricedCall.openai("advisor").input(10).output(0).billed());

    assertThat(explanation.lines())
        .extracting(Explanation.Line::leaf)
        .containsExactly(Leaf.INPUT, Leaf.REQUEST);
    assertThat(explanation.lines().get(1).usd()).isEqualByComparingTo("0.0085"); // 0.01 × 0.85
  }

  @Test
  void tellsWhereTheEntryIsFrom() {
    Explanation explanation = BOOK.explain(main().billed());

    assertThat(explanation.entry()).isEqualTo("openai/main");
    assertThat(explanation.version()).isEqualTo("2026-11-28");
    assertThat(explanation.sources()).containsExactly("list", "others");
    assertThat(explanation.checked()).isEqualTo("2026-11-21");
    assertThat(explanation.note()).isEqualTo("others had 2.00");
  }

  @Test
  void tellsNothingThatTheBookDoesNotSay() {
    Explanation explanation =
        BOOK.explain(PricedCall.openai("advisor").input(1).output(1).billed());

    assertThat(explanation.sources()).isEmpty();
    assertThat(explanation.checked()).isNull();
    assertThat(explanation.note()).isNull();
    assertThat(explanation.period()).isEqualTo("always");
  }

  @ParameterizedTest
  @CsvSource({
    "main, exact id",
    "main-latest, exact id",
    "main-2026-10-01, dated snapshot",
    "openai/main, without its prefix",
    "MAIN, in lower case",
  })
  void tellsHowTheNameLedToTheEntry(String model, String how) {
    Explanation explanation =
        BOOK.explain(PricedCall.openai(model).input(1).output(1).billed());

    assertThat(explanation.entry()).isEqualTo("openai/main");
    assertThat(explanation.matchedHow()).isEqualTo(how);
  }

  @Test
  void tellsTheAliasAndItsTerms() {
    Explanation explanation = BOOK.explain(PricedCall.at("azure.ai.openai")
        .requestModel("ours")
        .input(1_000)
        .output(0)
        .billed());

    assertThat(explanation.matchedHow()).isEqualTo("alias azure.ai.openai/ours");
    assertThat(explanation.terms()).isEqualTo("batch");
    assertThat(explanation.regionTimes()).isEqualByComparingTo("1.2");
    // 1,000 × 0.50 × 1.2 / 1e6
    assertThat(explanation.quote().cost().usd()).isEqualByComparingTo("0.0006");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-20T12:00:00Z, 10, , until 2026-08-21, standard",
    "2026-08-21T12:00:00Z, 10, , from 2026-08-21, standard",
    "2026-08-21T12:00:00Z, 1000, , from 2026-08-21, standard",
    "2026-08-21T12:00:00Z, 1001, , from 2026-08-21, input from 1001 tokens",
    "2026-08-21T01:00:00Z, 10, , from 2026-08-21, peak",
    "2026-08-21T12:00:00Z, 10, batch, from 2026-08-21, batch",
  })
  void tellsThePeriodAndTheTerms(Instant at, long input, String tier, String period, String terms) {
    Explanation explanation = BOOK.explain(PricedCall.openai("main")
        .when(at)
        .serviceTier(tier)
        .input(input)
        .output(0)
        .billed());

    assertThat(explanation.period()).isEqualTo(period);
    assertThat(explanation.terms()).isEqualTo(terms);
  }

  @Test
  void tellsWhatTheRatesWereMultipliedBy() {
    assertThat(BOOK.explain(main().billed()).regionTimes()).isEqualByComparingTo("1");
    assertThat(BOOK.explain(main().region("us").billed()).regionTimes())
        .isEqualByComparingTo("1.1");
    assertThat(BOOK.explain(main().billed()).discountTimes()).isEqualByComparingTo("1");
    assertThat(BOOK.explain(PricedCall.openai("advisor").input(1).output(1).billed())
            .discountTimes())
        .isEqualByComparingTo("0.85");
  }

  @Test
  void whatIsFreeHasRatesOfZero() {
    Explanation explanation =
        BOOK.explain(PricedCall.openai("gift").input(100).output(10).billed());

    assertThat(explanation.discountTimes()).isZero();
    assertThat(explanation.lines()).extracting(Explanation.Line::amount).containsExactly(100L, 10L);
    assertThat(explanation.lines())
        .allSatisfy(line -> assertThat(line.usdPerUnit()).isZero());
  }

  @Test
  void explainsEachRunAsACallAndToolsOnce() {
    Explanation explanation = BOOK.explain(runs().billed());

    assertThat(explanation.lines())
        .extracting(Explanation.Line::leaf)
        .containsExactly(Leaf.WEB_SEARCH);
    assertThat(explanation.runs())
        .extracting(Explanation::entry)
        .containsExactly("openai/main", "openai/main", "openai/advisor");
    assertThat(explanation.runs())
        .extracting(Explanation::terms)
        .containsExactly("standard", "input from 1001 tokens", "standard");
    assertThat(explanation.runs())
        .extracting(run -> run.quote().cost().usd().stripTrailingZeros().toPlainString())
        // 500 × 1 + 10 × 4; 2,000 × 2 + 10 × 6; (100 × 10 + 10 × 20 + 10,000) × 0.85 millionths
        .containsExactly("0.00054", "0.00406", "0.00952");
  }

  @Test
  void whatHasNoPriceIsALineWithoutARate() {
    Explanation explanation = BOOK.explain(
        PricedCall.openai("advisor").input(10).output(10).count(Count.PAGES, 2).billed());

    Explanation.Line pages = explanation.lines().get(2);
    assertThat(explanation.quote().reason()).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
    assertThat(pages.leaf()).isEqualTo(Leaf.PAGE);
    assertThat(pages.usdEach()).isNull();
    assertThat(pages.usd()).isNull();
    assertThat(pages.usdPerUnit()).isNull();
  }

  @Test
  void termsWithoutRatesAreNoTerms() {
    Explanation explanation = BOOK.explain(main().serviceTier("secret").billed());

    assertThat(explanation.quote().reason()).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
    assertThat(explanation.entry()).isEqualTo("openai/main");
    assertThat(explanation.terms()).isNull();
    assertThat(explanation.lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.usdEach()).isNull());
  }

  @Test
  void aModelThatIsNotThereHasNoEntry() {
    Explanation explanation =
        BOOK.explain(PricedCall.openai("nobody").input(10).output(10).billed());

    assertThat(explanation.quote().reason()).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    assertThat(explanation.entry()).isNull();
    assertThat(explanation.matchedHow()).isNull();
    assertThat(explanation.version()).isNull();
    assertThat(explanation.period()).isNull();
    assertThat(explanation.lines()).hasSize(2);
  }

  @Test
  void theReportedAmountIsTheQuoteAndTheBooksLinesStandBeside() {
    Explanation explanation = BOOK.explain(
        PricedCall.openai("main").input(1_000).output(100).reported("0.5").billed());

    assertThat(explanation.quote().cost().usd()).isEqualByComparingTo("0.5");
    assertThat(sum(explanation)).isEqualByComparingTo("0.0014"); // 1,000 × 1 + 100 × 4 millionths
  }

  private static PricedCall main() {
    return PricedCall.openai("main").input(1_000).cacheRead(400).output(100).webSearches(2);
  }

  private static PricedCall runs() {
    return PricedCall.openai("main")
        .input(2_600)
        .output(30)
        .webSearches(1)
        .run(null, 500, 10)
        .run("main", 2_000, 10)
        .run("advisor", 100, 10);
  }

  private static BigDecimal sum(Explanation explanation) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Explanation.Line line : explanation.lines()) {
      sum = sum.add(line.usd());
    }
    for (Explanation run : explanation.runs()) {
      sum = sum.add(sum(run));
    }
    return sum;
  }

  private static PriceBook book(String json) {
    try {
      return BookText.parse(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
