package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeRulesTest {

  private static final LocalDate VERSION = LocalDate.parse("2026-11-28");
  private static final Terms FLEX = Terms.STANDARD.tier("flex");
  private static final Terms PRIORITY = Terms.STANDARD.tier("priority");
  private static final Terms LONG = Terms.STANDARD.above(200_000);

  private static final Map<Source, LocalDate> DATES = Map.of(
      Source.GENAI_PRICES, LocalDate.parse("2026-09-23"),
      Source.PI_AI, LocalDate.parse("2026-11-10"),
      Source.LANGFUSE, LocalDate.parse("2026-08-22"),
      Source.LITELLM, LocalDate.parse("2026-08-01"));

  private final List<PriceList> lists = new ArrayList<>();
  private final List<Entry> curated = new ArrayList<>();

  @Test
  void curatedWinsForItsIdAndItsSnapshots() {
    keep("gpt-x", "why", price("input 9"));
    say(Source.LITELLM, "openai", "gpt-x", price("input 1"));
    say(Source.LITELLM, "openai", "gpt-x-2026-01-01", price("input 2"));
    say(Source.PI_AI, "openai", "gpt-x", price("input 1"));

    Merge merge = merge();

    assertThat(merge.entries()).extracting(Entry::id).containsExactly("openai/gpt-x");
    assertThat(reasons(merge)).containsExactly("curated: why");
  }

  @Test
  void whatAListCallsAModelThatPeopleKeepIsItsAlias() {
    keep("gpt-5.x", "", price("input 9"));
    list(Source.GENAI_PRICES).add(model("openai", "gpt-5.x", List.of("gpt-5-x"), price("input 9")));

    assertThat(merge().entries().get(0).model().aliases()).containsExactly("gpt-5-x");
  }

  @Test
  void aNewerDatedFactEndsWhatOlderListsSay() {
    LocalDate cut = LocalDate.parse("2026-08-21");
    say(
        Source.GENAI_PRICES,
        "x",
        "m",
        price("input 5").during(null, cut),
        price("input 4").during(cut, null));
    say(Source.LITELLM, "x", "m", price("input 5"));
    say(Source.PI_AI, "x", "m", price("input 4"));

    Merge merge = merge();

    assertThat(prices(merge, "x/m"))
        .containsExactly(
            "{\"until\": \"2026-08-21\", \"usd_per_million_tokens\": [{\"input\": \"5.00\"}]}",
            "{\"from\": \"2026-08-21\", \"usd_per_million_tokens\": [{\"input\": \"4.00\"}]}");
  }

  @Test
  void theReasonNamesTheDayAndTheListsThatAreOlder() {
    LocalDate cut = LocalDate.parse("2026-08-21");
    say(
        Source.GENAI_PRICES,
        "x",
        "m",
        price("input 5").during(null, cut),
        price("input 4").during(cut, null));
    say(Source.LITELLM, "x", "m", price("input 5"));

    assertThat(reasons(merge()))
        .containsExactly("", "newest-dated-fact: since 2026-08-21; older: litellm");
  }

  @Test
  void aKnownWrongCellDoesNotCount() {
    say(Source.LITELLM, "mistral_ai", "codestral-latest", price("input 1"));
    say(Source.PI_AI, "mistral_ai", "codestral-latest", price("input 0.3"));

    Merge merge = merge();

    assertThat(prices(merge, "mistral_ai/codestral-latest").get(0))
        .contains("\"0.30\"")
        .doesNotContain("1.00");
    assertThat(reasons(merge)).containsExactly("known-wrong-cell: the cell is known to be wrong");
  }

  @Test
  void aRateThatNobodyCouldTellIsUnknown() {
    say(
        Source.PI_AI,
        "aws.bedrock",
        "amazon.nova-pro-v1:0",
        price("input 0.8", "output 3.2", "cache_write_5m 0.8"));

    assertThat(prices(merge(), "aws.bedrock/amazon.nova-pro-v1:0").get(0))
        .contains("\"cache_write_5m\": \"unknown\"");
  }

  @Test
  void langfuseReadTheTiersOfOpenAiFromThePage() {
    say(Source.LANGFUSE, "openai", "gpt-x", price("input 1").with(FLEX, "input 0.4"));
    say(Source.LITELLM, "openai", "gpt-x", price("input 1").with(FLEX, "input 0.5"));
    say(Source.PI_AI, "openai", "gpt-x", price("input 1").with(FLEX, "input 0.5"));

    assertThat(prices(merge(), "openai/gpt-x").get(0)).contains("\"flex\", \"input\": \"0.40\"");
  }

  @Test
  void theMajorityDecides() {
    say(Source.GENAI_PRICES, "x", "m", price("input 1"));
    say(Source.PI_AI, "x", "m", price("input 2"));
    say(Source.LITELLM, "x", "m", price("input 2"));

    Merge merge = merge();

    assertThat(prices(merge, "x/m").get(0)).contains("2.00");
    assertThat(reasons(merge)).containsExactly("");
    assertThat(merge.entries().get(0).sources()).containsExactly("pi-ai", "litellm");
    assertThat(merge.entries().get(0).note()).isEqualTo("majority: input");
  }

  @Test
  void withoutAMajorityTheMoreTrustedListDecides() {
    say(Source.LITELLM, "x", "m", price("input 2"));
    say(Source.PI_AI, "x", "m", price("input 3"));

    Merge merge = merge();

    assertThat(prices(merge, "x/m").get(0)).contains("3.00");
    assertThat(reasons(merge)).containsExactly("source-rank: no majority");
  }

  @Test
  void whatOneListAloneHasIsTakenAsItIs() {
    say(Source.LITELLM, "x", "m", price("input 2"));

    Merge merge = merge();

    assertThat(prices(merge, "x/m").get(0)).contains("2.00");
    assertThat(merge.entries().get(0).sources()).containsExactly("litellm");
    assertThat(reasons(merge)).isEmpty();
  }

  @Test
  void aDiscountOnAnotherPriceIsAnotherPrice() {
    say(Source.GENAI_PRICES, "x", "m", price("input 2", "output 8"));
    say(
        Source.LITELLM,
        "x",
        "m",
        price("input 3", "output 8", "cache_read 0.3").with(FLEX, "input 1.5"));

    // That a cached read has a rate is known; the one of the other price is not taken.
    assertThat(prices(merge(), "x/m"))
        .containsExactly(
            "{\"usd_per_million_tokens\": [{\"input\": \"2.00\", \"cache_read\": \"unknown\", \"output\": \"8.00\"}]}");
  }

  @Test
  void inputAndOutputAreOfOnePrice() {
    say(Source.GENAI_PRICES, "x", "m", price("input 1", "output 9"));
    say(Source.PI_AI, "x", "m", price("input 3", "output 12"));
    say(Source.LITELLM, "x", "m", price("input 3", "output 11"));

    assertThat(prices(merge(), "x/m"))
        .containsExactly(
            "{\"usd_per_million_tokens\": [{\"input\": \"3.00\", \"output\": \"12.00\"}]}");
  }

  @Test
  void theBracketsAreThoseOfOneList() {
    say(Source.GENAI_PRICES, "x", "m", price("input 1").with(LONG, "input 2"));
    say(Source.LITELLM, "x", "m", price("input 1").with(Terms.STANDARD.above(128_000), "input 3"));

    assertThat(prices(merge(), "x/m"))
        .containsExactly(
            "{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}, {\"above_input_tokens\": 200000, \"input\": \"2.00\"}]}");
  }

  @Test
  void whetherABoundaryIsInsideTheMoreTrustedListSays() {
    say(Source.PI_AI, "x", "m", price("input 1").with(Terms.STANDARD.from(32_000), "input 2"));
    say(Source.LITELLM, "x", "m", price("input 1").with(Terms.STANDARD.above(32_000), "input 2"));

    assertThat(prices(merge(), "x/m"))
        .containsExactly(
            "{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}, {\"from_input_tokens\": 32000, \"input\": \"2.00\"}]}");
  }

  @Test
  void aSurchargeThatIsNoneIsACopiedCell() {
    say(Source.LITELLM, "x", "m", price("input 1").with(PRIORITY, "input 1").with(FLEX, "input 2"));

    assertThat(prices(merge(), "x/m"))
        .containsExactly("{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}]}");
  }

  @Test
  void aDiscountOfNineTenthsIsACopiedCell() {
    say(Source.LITELLM, "x", "m", price("input 1").with(FLEX, "input 0.1"));

    assertThat(prices(merge(), "x/m"))
        .containsExactly("{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}]}");
  }

  @Test
  void aWriteBelowInputAtOpenAiIsAReadInTheWrongColumn() {
    say(Source.LITELLM, "azure.ai.openai", "eu/m", price("input 2.75", "cache_write_5m 1.38"));

    assertThat(prices(merge(), "azure.ai.openai/eu/m"))
        .containsExactly(
            "{\"usd_per_million_tokens\": [{\"input\": \"2.75\", \"cache_read\": \"unknown\"}]}");
  }

  @Test
  void aCacheThatCostsMoreThanNoneIsUnknown() {
    say(Source.LITELLM, "x", "m", price("input 1", "cache_read 2"));

    assertThat(prices(merge(), "x/m").get(0)).contains("\"cache_read\": \"unknown\"");
  }

  @Test
  void aRateThatATierDoesNotStateIsUnknownThere() {
    say(Source.LITELLM, "x", "m", price("input 1", "cache_read 0.1").with(FLEX, "input 0.5"));

    assertThat(prices(merge(), "x/m").get(0))
        .contains("{\"service_tier\": \"flex\", \"input\": \"0.50\", \"cache_read\": \"unknown\"}");
  }

  @Test
  void geminiBillsAudioAsTextWhereItHasNoRateForIt() {
    say(
        Source.GENAI_PRICES,
        "gcp.gemini",
        "gemini-x-pro",
        price("input 1", "output 9").with(LONG, "input 2"));

    assertThat(prices(merge(), "gcp.gemini/gemini-x-pro").get(0))
        .contains(
            "\"input\": \"1.00\", \"audio_input\": \"1.00\"",
            "\"input\": \"2.00\", \"audio_input\": \"2.00\"");
  }

  @Test
  void aCachedTokenOfMistralCostsATenth() {
    say(Source.LITELLM, "mistral_ai", "mistral-x", price("input 0.5", "output 1.5"));

    assertThat(prices(merge(), "mistral_ai/mistral-x").get(0)).contains("\"cache_read\": \"0.05\"");
  }

  @Test
  void azuresGlobalDeploymentsHaveOpenAisListPrice() {
    keep("gpt-x", "", price("input 1"));
    say(Source.LITELLM, "azure.ai.openai", "gpt-x-2026-01-01", price("input 1.1"));
    say(Source.LITELLM, "azure.ai.openai", "eu/gpt-x", price("input 1.1"));

    Merge merge = merge();

    assertThat(merge.entries())
        .extracting(Entry::id)
        .containsExactly("azure.ai.openai/eu/gpt-x", "openai/gpt-x");
    assertThat(merge.redundant()).containsExactly("azure.ai.openai/gpt-x-2026-01-01");
  }

  @Test
  void idsOfOneModelWithOnePriceAreOneEntry() {
    say(Source.LITELLM, "x", "m", price("input 1"));
    say(Source.LITELLM, "x", "m-2026-01-01", price("input 1"));
    say(Source.LITELLM, "x", "m-latest", price("input 1"));
    say(Source.LITELLM, "x", "m-2025-01-01", price("input 2"));

    Merge merge = merge();

    assertThat(merge.entries())
        .extracting(Entry::id)
        .containsExactlyInAnyOrder("x/m", "x/m-2025-01-01");
    assertThat(merge.entries().get(0).model().aliases())
        .containsExactly("m-2026-01-01", "m-latest");
  }

  private Merge merge() {
    return Merge.of(new CuratedBook(List.of(), Map.of(), curated), lists, VERSION);
  }

  private static List<String> prices(Merge merge, String id) {
    return merge.entries().stream()
        .filter(entry -> entry.id().equals(id))
        .flatMap(entry -> entry.model().prices().stream())
        .map(Listed::text)
        .toList();
  }

  private static List<String> reasons(Merge merge) {
    return merge.checked().stream()
        .flatMap(entry -> entry.cells(VERSION).stream())
        .map(CheckedCell::reason)
        .toList();
  }

  private PriceList list(Source source) {
    return lists.stream().filter(list -> list.source() == source).findFirst().orElseGet(() -> {
      PriceList list = new PriceList(source, DATES.get(source));
      lists.add(list);
      return list;
    });
  }

  private void keep(String id, String note, Said price) {
    curated.add(
        new Entry(model("openai", id, List.of(), price), List.of("page"), "2026-11-21", note));
  }

  private void say(Source source, String provider, String id, Said... prices) {
    list(source).add(model(provider, id, List.of(), prices));
  }

  private static ListedModel model(
      String provider, String id, List<String> aliases, Said... prices) {
    return new ListedModel(
        provider, id, aliases, Stream.of(prices).map(said -> said.price).toList());
  }

  private static Said price(String... rates) {
    return new Said(ListedPrice.always()).with(Terms.STANDARD, rates);
  }

  /** A price, as rates under terms. */
  private static final class Said {
    private final ListedPrice price;

    Said(ListedPrice price) {
      this.price = price;
    }

    Said with(Terms terms, String... rates) {
      Stream.of(rates)
          .map(rate -> rate.split(" "))
          .forEach(rate ->
              price.rates().put(terms, RateName.of(rate[0]), Figure.of(new BigDecimal(rate[1]))));
      return this;
    }

    Said during(LocalDate from, LocalDate until) {
      return new Said(price.during(from, until));
    }
  }
}
