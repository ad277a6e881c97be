package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is billed by the piece, the second, the page or the call. */
class UnitRatesTest {

  private static final PriceBook BOOK =
      BookText.ofEntries(units("openai/dall-e", """
          {"size": "1024x1024", "quality": "standard", "image": "0.040"},
          {"size": "1024x1024", "quality": "hd", "image": "0.080"},
          {"size": "1024x1792", "quality": "standard", "image": "0.080"},
          {"size": "1024x1792", "quality": "hd", "image": "0.120"}"""), units("openai/all", """
          {"image": "0.04", "input_image": "0.001",
           "audio_input_second": "0.0001", "audio_output_second": "0.0002",
           "video_input_second": "0.0003", "video_output_second": "0.10",
           "input_character": "0.000015", "output_character": "0.00003",
           "page": "0.001", "annotated_page": "0.003", "search_unit": "0.002"},
          {"service_tier": "batch", "page": "0.0005"}"""), """
      {"id": "perplexity/sonar", "prices": [{
        "usd_per_million_tokens": [
          {"input": "1", "output": "1"}, {"service_tier": "flex", "input": "0.5", "output": "0.5"}],
        "usd_per_unit": [{"request": "0.005"}],
        "usd_per_thousand": {"web_search": "5"},
        "region": {"eu": "2"}}]}""", """
      {"id": "perplexity/unsaid", "prices": [{
        "usd_per_million_tokens": [{"input": "1", "output": "1"}],
        "usd_per_unit": [{"request": "unknown"}]}]}""");

  @ParameterizedTest
  @CsvSource({
    "1024x1024, standard, 0.080", // 2 × 0.040
    "1024x1024, hd, 0.160",
    "1024x1792, standard, 0.160",
    "1024x1792, hd, 0.240",
  })
  void anImageCostsWhatItsSizeAndQualityDo(String size, String quality, String usd) {
    assertThat(dallE(size, quality).usdBy(BOOK)).isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @CsvSource({"512x512, standard", "1024x1024, ultra", "1024x1024,", ", hd", ","})
  void anImageOfAnUnlistedSizeOrQualityHasNoPrice(String size, String quality) {
    assertThat(dallE(size, quality).reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGES, 3, 0.12, OUTPUT", // 3 × 0.04
    "INPUT_IMAGES, 7, 0.007, INPUT", // 7 × 0.001
    "AUDIO_INPUT_MILLIS, 12346, 0.0012346, INPUT", // 12.346 s × 0.0001
    "AUDIO_OUTPUT_MILLIS, 1, 0.0000002, OUTPUT", // 0.001 s × 0.0002
    "VIDEO_INPUT_MILLIS, 60000, 0.018, INPUT", // 60 s × 0.0003
    "VIDEO_OUTPUT_MILLIS, 8000, 0.8, OUTPUT", // 8 s × 0.10
    "INPUT_CHARACTERS, 4096, 0.06144, INPUT", // 4,096 × 0.000015
    "OUTPUT_CHARACTERS, 10, 0.0003, OUTPUT", // 10 × 0.00003
    "PAGES, 29, 0.029, INPUT", // 29 × 0.001
    "ANNOTATED_PAGES, 7, 0.021, INPUT", // 7 × 0.003
    "SEARCH_UNITS, 2, 0.004, INPUT", // 2 × 0.002
  })
  void eachUnitHasItsRate(Count count, long amount, String usd, CostKind kind) {
    Cost cost = PricedCall.openai("all").count(count, amount).costBy(BOOK);

    assertThat(cost.usd()).isEqualByComparingTo(usd);
    assertThat(cost.parts()).containsOnlyKeys(kind);
  }

  @Test
  void aTierHasItsOwnUnits() {
    PricedCall call = PricedCall.openai("all").serviceTier("batch").count(Count.PAGES, 2);

    assertThat(call.usdBy(BOOK)).isEqualByComparingTo("0.001"); // 2 × 0.0005
    assertThat(call.count(Count.IMAGES, 1).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void aPricePerRequestIsChargedOncePerCall() {
    Cost cost = sonar().webSearches(2).costBy(BOOK);

    // (1,000 + 100) × 1 / 1e6, 0.005 once, and 2 × 5 / 1000 for the searches
    assertThat(cost.usd()).isEqualByComparingTo("0.0161");
    assertThat(cost.usd(CostKind.TOOLS)).isEqualByComparingTo("0.015");
  }

  @Test
  void aRequestIsMultipliedForTheRegionAndASearchIsNot() {
    // (0.0011 + 0.005) × 2 + 0.01
    assertThat(sonar().region("eu").webSearches(2).usdBy(BOOK)).isEqualByComparingTo("0.0222");
  }

  @Test
  void aCallThatUsedNothingPaysItsRequest() {
    assertThat(PricedCall.at("perplexity")
            .responseModel("sonar")
            .input(0)
            .output(0)
            .usdBy(BOOK))
        .isEqualByComparingTo("0.005");
  }

  @Test
  void aRequestWhosePriceNobodyKnowsLeavesTheCallUnpriced() {
    PricedCall call =
        PricedCall.at("perplexity").responseModel("unsaid").input(1_000).output(100);

    assertThat(call.reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void aRequestUnderTermsThatListNoneIsNotForFree() {
    // flex has rates for tokens; what a request costs there, nobody says.
    assertThat(sonar().serviceTier("flex").reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  private static PricedCall sonar() {
    return PricedCall.at("perplexity").responseModel("sonar").input(1_000).output(100);
  }

  private static PricedCall dallE(String size, String quality) {
    return PricedCall.openai("dall-e").count(Count.IMAGES, 2).image(size, quality);
  }

  private static String units(String id, String rows) {
    return BookText.pricesOf(id, "{\"usd_per_unit\": [%s]}".formatted(rows));
  }
}
