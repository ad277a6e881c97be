package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is billed by the piece, the second, the page, the request. */
class UnitsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      units(
          "images",
          "{\"size\": \"1024x1024\", \"quality\": \"standard\", \"image\": \"0.04\"},"
              + " {\"size\": \"1024x1024\", \"quality\": \"hd\", \"image\": \"0.08\"},"
              + " {\"service_tier\": \"batch\", \"size\": \"1024x1024\", \"quality\": \"hd\", \"image\": \"0.04\"}"),
      units("any-image", "{\"image\": \"0.02\", \"input_image\": \"0.001\"}"),
      units("ears", "{\"audio_input_second\": \"0.0001\"}"),
      units("voice", "{\"input_character\": \"0.000015\", \"audio_output_second\": \"0.02\"}"),
      units("film", "{\"video_output_second\": \"0.10\"}"),
      units("reader", "{\"page\": \"0.002\", \"annotated_page\": \"0.003\"}"),
      units("ranker", "{\"search_unit\": \"0.002\"}"),
      BookText.pricesOf(
          "openai/searcher",
          "{\"usd_per_million_tokens\": [{\"input\": \"1.00\", \"output\": \"1.00\"},"
              + " {\"service_tier\": \"flex\", \"input\": \"0.50\", \"output\": \"0.50\"}],"
              + " \"usd_per_unit\": [{\"request\": \"0.005\"}, {\"service_tier\": \"flex\", \"request\": \"0.004\"}],"
              + " \"usd_per_thousand\": {\"web_search\": \"10.00\", \"file_search\": \"2.50\"}}"),
      BookText.pricesOf(
          "openai/secretive",
          "{\"usd_per_million_tokens\": [{\"input\": \"1.00\", \"output\": \"1.00\"}],"
              + " \"usd_per_unit\": [{\"request\": \"unknown\"}]}"));

  @Test
  void imagesCostByTheirSizeAndQuality() {
    assertThat(images("1024x1024", "standard").usdBy(BOOK))
        .isEqualByComparingTo("0.12"); // 3 × 0.04
    assertThat(images("1024x1024", "hd").usdBy(BOOK)).isEqualByComparingTo("0.24");
    assertThat(images("1024x1024", "hd").serviceTier("batch").usdBy(BOOK))
        .isEqualByComparingTo("0.12");
  }

  @Test
  void imagesOfAnUnlistedSizeHaveNoPrice() {
    assertThat(images("1792x1024", "hd").reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
    assertThat(images(null, null).reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
    assertThat(images("1024x1024", "standard").serviceTier("batch").reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void theRowThatSaysMostAboutAnImageIsItsRow() {
    String any = "{\"image\": \"0.01\"}";
    String hd = "{\"quality\": \"hd\", \"image\": \"0.02\"}";
    String largeHd = "{\"size\": \"1792x1024\", \"quality\": \"hd\", \"image\": \"0.03\"}";
    for (String rows : List.of(
        String.join(",", any, hd, largeHd),
        String.join(",", largeHd, hd, any),
        String.join(",", hd, any, largeHd))) {
      PriceBook book = BookText.ofEntries(units("images", rows));

      // 3 images each
      assertThat(images("1024x1024", "low").usdBy(book)).isEqualByComparingTo("0.03");
      assertThat(images("1024x1024", "hd").usdBy(book)).isEqualByComparingTo("0.06");
      assertThat(images("1792x1024", "hd").usdBy(book)).isEqualByComparingTo("0.09");
    }
  }

  @Test
  void anUnknownRateStopsItsDefault() {
    PriceBook book = BookText.ofEntries(BookText.entry(
        "openai/m", "{\"input\": \"1\", \"cache_read\": \"unknown\", \"output\": \"1\"}"));

    PricedCall call = PricedCall.openai("m").input(10).output(10);
    assertThat(call.reasonBy(book)).isNull();
    assertThat(call.cacheRead(1).reasonBy(book)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void imagesCostOneAmountWhereTheBookKnowsNoSizes() {
    // 2 × 0.02 + 3 × 0.001
    assertThat(PricedCall.openai("any-image")
            .count(Count.IMAGES, 2)
            .count(Count.INPUT_IMAGES, 3)
            .image("8x8", null)
            .usdBy(BOOK))
        .isEqualByComparingTo("0.043");
  }

  @Test
  void secondsCostToTheMillisecond() {
    // 12.345 × 0.0001; 1.5 × 0.02; 8 × 0.10
    assertThat(PricedCall.openai("ears").count(Count.AUDIO_INPUT_MILLIS, 12_345).usdBy(BOOK))
        .isEqualByComparingTo("0.0012345");
    assertThat(
            PricedCall.openai("voice").count(Count.AUDIO_OUTPUT_MILLIS, 1_500).usdBy(BOOK))
        .isEqualByComparingTo("0.03");
    assertThat(PricedCall.openai("film").count(Count.VIDEO_OUTPUT_MILLIS, 8_000).usdBy(BOOK))
        .isEqualByComparingTo("0.8");
  }

  @Test
  void charactersPagesAndSearchUnitsCostByThePiece() {
    // 1000 × 0.000015; 7 × 0.002 + 2 × 0.003; 3 × 0.002
    assertThat(PricedCall.openai("voice").count(Count.INPUT_CHARACTERS, 1_000).usdBy(BOOK))
        .isEqualByComparingTo("0.015");
    assertThat(PricedCall.openai("reader")
            .count(Count.PAGES, 7)
            .count(Count.ANNOTATED_PAGES, 2)
            .usdBy(BOOK))
        .isEqualByComparingTo("0.02");
    assertThat(PricedCall.openai("ranker").count(Count.SEARCH_UNITS, 3).usdBy(BOOK))
        .isEqualByComparingTo("0.006");
  }

  @Test
  void aRequestIsPaidOnceAndAtItsTier() {
    // 1000 × 1 + 500 × 1 millionths and 0.005; at flex half of it and 0.004
    assertThat(searcher().usdBy(BOOK)).isEqualByComparingTo("0.0065");
    assertThat(searcher().serviceTier("flex").usdBy(BOOK)).isEqualByComparingTo("0.00475");
    assertThat(searcher().costBy(BOOK).usd(CostKind.TOOLS)).isEqualByComparingTo("0.005");
  }

  @Test
  void aRequestAtATierThatListsNoneIsNotForFree() {
    PriceBook book = BookText.ofEntries(BookText.pricesOf("openai/searcher", """
        {"usd_per_million_tokens": [
           {"input": "1", "output": "1"}, {"service_tier": "batch", "input": "1", "output": "1"}],
         "usd_per_unit": [{"request": "0.005"}]}"""));

    assertThat(searcher().serviceTier("batch").reasonBy(book))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void aRequestThatCostsNobodyKnowsWhatMakesTheCallUnpriced() {
    assertThat(PricedCall.openai("secretive").input(1).output(1).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void toolsCostTheSameAtEveryTier() {
    // two searches 0.02 and three in files 0.0075 besides
    assertThat(searcher().webSearches(2).count(Count.FILE_SEARCHES, 3).usdBy(BOOK))
        .isEqualByComparingTo("0.034");
    assertThat(searcher()
            .webSearches(2)
            .count(Count.FILE_SEARCHES, 3)
            .serviceTier("flex")
            .usdBy(BOOK))
        .isEqualByComparingTo("0.03225");
  }

  @Test
  void aToolWithoutAFeeInTheBookMakesTheCallUnpriced() {
    for (Count tool :
        new Count[] {Count.WEB_SEARCH_PREVIEWS, Count.OTHER_TOOL_CALLS, Count.SEPARATELY_BILLED_RUNS
        }) {
      assertThat(searcher().count(tool, 1).reasonBy(BOOK))
          .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
    }
  }

  @Test
  void tokensOfAModelThatIsBilledByThePieceHaveNoPrice() {
    assertThat(PricedCall.openai("ears").input(10).output(10).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  private static PricedCall images(String size, String quality) {
    return PricedCall.openai("images").count(Count.IMAGES, 3).image(size, quality);
  }

  private static PricedCall searcher() {
    return PricedCall.openai("searcher").input(1_000).output(500);
  }

  private static String units(String model, String rows) {
    return BookText.pricesOf("openai/" + model, "{\"usd_per_unit\": [%s]}".formatted(rows));
  }
}
