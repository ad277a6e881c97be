package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelMatchingTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  @ParameterizedTest
  @CsvSource({
    "openai,    gpt-4.1-mini,               openai/gpt-4.1-mini",
    "openai,    gpt-4.1-mini-2025-04-14,    openai/gpt-4.1-mini",
    "openai,    gpt-4o-2024-11-20,          openai/gpt-4o",
    "openai,    gpt-4o-2024-05-13,          openai/gpt-4o-2024-05-13",
    "openai,    gpt-5-chat-latest,          openai/gpt-5-chat-latest",
    "openai,    gpt-5.6,                    openai/gpt-5.6-sol",
    "openai,    o3-mini-2025-01-31,         openai/o3-mini",
    "openai,    o3-2025-04-16,              openai/o3",
    "openai,    gpt-4-0613,                 openai/gpt-4",
    "openai,    gpt-4-turbo-2024-04-09,     openai/gpt-4-turbo",
    "openai,    text-embedding-ada-002-v2,  openai/text-embedding-ada-002",
    "anthropic, claude-sonnet-4-20250514,   anthropic/claude-sonnet-4",
    "anthropic, claude-sonnet-4-0,          anthropic/claude-sonnet-4",
    "anthropic, claude-sonnet-4-5-20250929, anthropic/claude-sonnet-4-5",
    "anthropic, claude-opus-4-1-20250805,   anthropic/claude-opus-4-1",
    "anthropic, claude-3-7-sonnet-latest,   anthropic/claude-3-7-sonnet",
    "anthropic, claude-3-haiku-20240307,    anthropic/claude-3-haiku",
    "anthropic, claude-sonnet-5-5,          anthropic/claude-sonnet-5-5",
    "openai,    GPT-4.1-mini,               openai/gpt-4.1-mini",
    "openai,    openai/gpt-4.1-mini,        openai/gpt-4.1-mini",
    "openai,    anthropic/claude-sonnet-5,  anthropic/claude-sonnet-5",
    "anthropic, anthropic/claude-sonnet-5,  anthropic/claude-sonnet-5",
    "anthropic, claude-sonnet-4-5@20250929, anthropic/claude-sonnet-4-5",
    "openai,    ft:gpt-4o-mini-2024-07-18:acme::abc123, openai/ft:gpt-4o-mini-2024-07-18",
    "openai,    ft:gpt-4.1-2025-04-14:acme:bot:xyz, openai/ft:gpt-4.1-2025-04-14",
  })
  void findsAModelByItsIdItsAliasesAndItsSnapshots(String provider, String model, String entry) {
    Cost cost = PricedCall.at(provider).responseModel(model).input(1).output(0).costBy(BOOK);

    assertThat(cost.entry()).isEqualTo(entry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4.1-min",
        "gpt-4.1-mini-",
        "gpt-4.1-mini-pro",
        "gpt-4.1-mini-latest",
        "gpt-4.1-mini-2025-04",
        "gpt-4.1-mini-2025-4-14",
        "gpt-4.1-mini-2025-13-01",
        "gpt-4.1-mini-2025-00-10",
        "gpt-4.1-mini-2025-01-32",
        "gpt-4.1-mini-1925-01-31",
        "gpt-4.1-mini-20250414-v2",
        "gpt-4.1-mini-2025041",
        "gpt-4.1-mini-99999999",
        "gpt-4.1-mini-2025-04-14-preview",
        "gpt-4.1-mini-2025-04-14-2025-04-14",
        "gpt-4.1-mini2025-04-14",
        "gpt-4.1-mini20250414",
        "gpt-4o-2024-05-13-2024-08-06",
        " gpt-4.1-mini",
        "gpt-4.2",
        "gpt-4.10",
        "gpt-5.7-sol",
        "gpt-5.6-sol-pro",
        "gpt-5.6-nova",
        "gpt-6",
        "gpt-6.1",
        "gpt-6.1-luna",
        "gpt-6-terra",
        "gpt-6.2-terra",
        "o3-mini-high",
        "o4",
        "o5",
        "text-embedding-3",
        "text-embedding-3-medium",
        "-2025-04-14",
        "2025-04-14",
        "-20250414",
        "",
      })
  void neverPricesANearMissOfOpenAi(String model) {
    UnpricedReason reason = PricedCall.openai(model).input(1).output(1).reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude-sonnet-5-6",
        "claude-sonnet-5-5-5",
        "claude-sonnet-5-latest",
        "claude-sonnet-5-5-fast",
        "claude-sonnet-50",
        "claude-sonnet",
        "claude-opus-4-9",
        "claude-opus-6",
        "claude-haiku-5",
        "claude-haiku-4-5-20251301",
        "claude-fable-5-3",
        "claude-fable-6",
        "claude-3-5-opus",
        "claude-3-7-sonnet-thinking",
        "us.anthropic.claude-sonnet-5-5",
        "anthropic.claude-sonnet-4-5-20250929-v1:0",
      })
  void neverPricesANearMissOfAnthropic(String model) {
    UnpricedReason reason = PricedCall.anthropic(model).input(1).output(1).reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void doesNotPriceAnotherProvidersModelOfTheSameName() {
    for (String provider : new String[] {"aws.bedrock", "deepseek", "gcp.vertex_ai", "ollama"}) {
      UnpricedReason reason =
          PricedCall.at(provider).responseModel("gpt-4o").input(1).output(1).reasonBy(BOOK);

      assertThat(reason).as(provider).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    }
  }

  @Test
  void onlyBedrockHasArns() {
    String arn = "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/gpt-4.1";
    PriceBook book = BookText.ofEntries(
        BookText.entry("openai/gpt-4.1", "{\"input\": \"1\"}"),
        BookText.entry("aws.bedrock/amazon.nova-pro-v1:0", "{\"input\": \"1\"}"));

    assertThat(PricedCall.openai(arn).input(1).reasonBy(book))
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    assertThat(PricedCall.at("aws.bedrock")
            .requestModel("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0")
            .input(1)
            .usdBy(book))
        .isEqualByComparingTo("0.000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects/p/locations/l/models/gemini-4",
        "projects/p/locations/l/endpoints/gemini-4",
        "tunedModels/gemini-4"
      })
  void aModelOfOnesOwnOnVertexIsNotThePublishersOfThatName(String model) {
    PriceBook book =
        BookText.ofEntries(BookText.entry("gcp.vertex_ai/gemini-4", "{\"input\": \"1\"}"));

    assertThat(PricedCall.at("gcp.vertex_ai").responseModel(model).input(1).reasonBy(book))
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void vertexSellsAtTheListsOfGeminiAndAnthropic() {
    PriceBook book = BookText.ofEntries(
        BookText.entry("gcp.gemini/gemini-4", "{\"input\": \"1\"}"),
        BookText.entry("anthropic/claude-x", "{\"input\": \"2\"}"));

    assertThat(PricedCall.at("gcp.vertex_ai")
            .responseModel("projects/p/locations/l/publishers/google/models/gemini-4")
            .input(1_000_000)
            .usdBy(book))
        .isEqualByComparingTo("1");
    assertThat(PricedCall.at("gcp.vertex_ai")
            .responseModel("publishers/anthropic/models/claude-x@20260101")
            .input(1_000_000)
            .usdBy(book))
        .isEqualByComparingTo("2");
  }

  @Test
  void theModelThatAnsweredDecides() {
    Cost cost = PricedCall.openai("gpt-4o-mini-2024-07-18")
        .requestModel("gpt-4o")
        .input(1)
        .output(1)
        .costBy(BOOK);

    assertThat(cost.entry()).isEqualTo("openai/gpt-4o-mini");
  }

  /** An alias that has moved on to a new model would be billed at the old one's price. */
  @Test
  void theModelAskedForDoesNotStandInForOneThatIsNotKnown() {
    UnpricedReason reason = PricedCall.openai("gpt-7-2027-02-01")
        .requestModel("gpt-4o")
        .input(1)
        .output(1)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void whatAUserListsIsMeantAlsoWhenTheResponseHasAnotherName() {
    PriceBook own = BOOK.overlaidWith(BookText.ofEntries(
        BookText.entry("openai/house-router", "{\"input\": \"1.00\", \"output\": \"1.00\"}")));

    Cost cost = PricedCall.openai("routed-to-something")
        .requestModel("house-router")
        .input(1)
        .output(1)
        .costBy(own);

    assertThat(cost.entry()).isEqualTo("openai/house-router");
  }

  @Test
  void theModelAskedForDecidesWhenTheResponseNamesNone() {
    Cost cost =
        PricedCall.at("openai").requestModel("gpt-4o").input(1).output(1).costBy(BOOK);

    assertThat(cost.entry()).isEqualTo("openai/gpt-4o");
  }

  @Test
  void aCallWithoutAnyModelIsUnknown() {
    UnpricedReason reason = PricedCall.at("openai").input(1).output(1).reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }
}
