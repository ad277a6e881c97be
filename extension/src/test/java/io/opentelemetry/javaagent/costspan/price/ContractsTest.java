package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What a user has agreed with providers, and what names mean there. */
class ContractsTest {

  private static final PriceBook BELOW = BookText.ofEntries(
      BookText.pricesOf(
          "openai/big",
          "{\"usd_per_million_tokens\": [{\"input\": \"10.00\", \"output\": \"10.00\"},"
              + " {\"service_tier\": \"priority\", \"input\": \"20.00\", \"output\": \"20.00\"}],"
              + " \"usd_per_thousand\": {\"web_search\": \"10.00\"}, \"region\": {\"eu\": \"1.1\"}}"),
      BookText.entry("openai/small", "{\"input\": \"1.00\", \"output\": \"1.00\"}"),
      BookText.entry(
          "aws.bedrock/anthropic.claude-9-v1:0", "{\"input\": \"3.00\", \"output\": \"3.00\"}"));

  private static final String PROFILE =
      "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc";

  @Test
  void aDeploymentIsTheModelThatTheAliasNames() {
    PriceBook book = with("""
        aliases:
          - {id: azure.ai.openai/prod, as: openai/big, region: eu, service_tier: priority}
          - {id: aws.bedrock/%s, as: aws.bedrock/anthropic.claude-9-v1:0}
        """.formatted(PROFILE));

    // 1M × 20 × 1.1: served at priority in the EU, which no response of Azure says.
    assertThat(million("azure.ai.openai", "prod").usdBy(book)).isEqualByComparingTo("22");
    assertThat(million("aws.bedrock", PROFILE).usdBy(book)).isEqualByComparingTo("3");
  }

  @Test
  void theAliasOfADeploymentGoesBeforeTheModelThatTheResponseNames() {
    PriceBook book = with("aliases: [{id: azure.ai.openai/prod, as: openai/big, region: eu}]");

    assertThat(million("azure.ai.openai", "prod").responseModel("small").usdBy(book))
        .isEqualByComparingTo("11");
    assertThat(million("azure.ai.openai", "other").responseModel("small").usdBy(book))
        .isEqualByComparingTo("1");
    assertThat(million("azure.ai.openai", "small").reasonBy(book))
        .as("a deployment may have the name of a model that it is not")
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void whatTheResponseSaysGoesBeforeTheTermsOfTheAlias() {
    PriceBook book =
        with("aliases: [{id: azure.ai.openai/prod, as: openai/big, service_tier: priority}]");

    assertThat(million("azure.ai.openai", "prod").serviceTier("default").usdBy(book))
        .isEqualByComparingTo("10");
  }

  @Test
  void aResponseThatKnowsNoRegionLeavesThatOfTheAlias() {
    PriceBook book = with("aliases: [{id: openai/mine, as: openai/big, region: eu}]");

    assertThat(million("openai", "mine").region("not_available").usdBy(book))
        .isEqualByComparingTo("11"); // 1M × 10 × 1.1
    assertThat(million("openai", "mine").region("global").usdBy(book)).isEqualByComparingTo("10");
  }

  @Test
  void anAliasOfWhatIsNotThereHasNoPrice() {
    PriceBook book = with("aliases: [{id: openai/mine, as: openai/nothing}]");

    assertThat(million("openai", "mine").reasonBy(book)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void aDiscountMultipliesTheWholeCallDuringItsTerm() {
    PriceBook book =
        with("discounts: [{provider: openai, times: 0.85, from: 2026-11-01, until: 2026-12-01}]");

    // (1M × 10 + a search 0.01) × 0.85
    assertThat(million("openai", "big").webSearches(1).on("2026-11-01").usdBy(book))
        .isEqualByComparingTo("8.5085");
    assertThat(million("openai", "big").webSearches(1).on("2026-10-31").usdBy(book))
        .isEqualByComparingTo("10.01");
    assertThat(million("openai", "big").webSearches(1).on("2026-12-01").usdBy(book))
        .isEqualByComparingTo("10.01");
    assertThat(million("aws.bedrock", "anthropic.claude-9-v1:0").usdBy(book))
        .isEqualByComparingTo("3");
  }

  @Test
  void theModelsDiscountGoesBeforeTheProvidersAndTheTenantsBeforeBoth() {
    PriceBook book = with("""
        discounts:
          - {provider: openai, times: 0.9}
          - {model: openai/big, times: 0.5}
        tenants:
          - {tenant: acme, discounts: [{provider: openai, times: 0.1}]}
        """);

    assertThat(million("openai", "small").usdBy(book)).isEqualByComparingTo("0.9");
    assertThat(million("openai", "big").usdBy(book)).isEqualByComparingTo("5");
    assertThat(million("openai", "big").by("acme").usdBy(book)).isEqualByComparingTo("1");
    assertThat(million("openai", "big").by("globex").usdBy(book)).isEqualByComparingTo("5");
  }

  @Test
  void aTenantMayHaveEntriesOfItsOwn() {
    PriceBook book = with("""
        tenants:
          - tenant: acme
            entries:
              - id: openai/big
                prices: [{usd_per_million_tokens: [{input: 7, output: 7}]}]
        """);

    assertThat(million("openai", "big-2026-01-01").by("acme").usdBy(book))
        .isEqualByComparingTo("7");
    assertThat(million("openai", "big-2026-01-01").usdBy(book)).isEqualByComparingTo("10");
    assertThat(million("openai", "small").by("acme").usdBy(book)).isEqualByComparingTo("1");
  }

  @Test
  void whatIsFreeCostsZeroAndIsNotUnknown() {
    PriceBook book = with("free: [ollama, openai/small]");

    Cost local = million("ollama", "anything-at-all").costBy(book);
    assertThat(local.usd()).isZero();
    assertThat(local.entry()).isEqualTo("ollama");
    assertThat(million("openai", "small").usdBy(book)).isZero();
    assertThat(million("openai", "big").usdBy(book)).isEqualByComparingTo("10");
    assertThat(million("vllm", "small").reasonBy(book)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void yamlAndJsonSayTheSame() {
    PriceBook json = with("{\"discounts\": [{\"model\": \"openai/big\", \"times\": \"0.5\"}]}");
    PriceBook yaml = with("discounts:\n  - model: openai/big\n    times: 0.5\n");

    assertThat(million("openai", "big").usdBy(json))
        .isEqualByComparingTo(million("openai", "big").usdBy(yaml))
        .isEqualByComparingTo("5");
  }

  private static PriceBook with(String file) {
    try {
      return BELOW.overlaidWith(PriceBook.parse(file, "contracts"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PricedCall million(String provider, String model) {
    return PricedCall.at(provider)
        .requestModel(model)
        .responseModel(
            provider.equals("openai") || provider.equals("ollama") || provider.equals("vllm")
                ? model
                : null)
        .input(1_000_000)
        .output(0);
  }
}
