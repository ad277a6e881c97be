package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user has agreed: names, discounts, what is free, and who pays otherwise. */
class ContractsTest {

  /** One USD per million tokens of input, so that an amount shows its factor. */
  private static final PriceBook LIST = BookText.ofEntries(
      onePerMillion("openai/gpt-4.1", "gpt-4.1-2025-04-14"),
      onePerMillion("openai/gpt-5"),
      onePerMillion("anthropic/claude-opus-5"),
      """
      {"id": "azure.ai.openai/gpt-4.1-eu", "prices": [{
        "usd_per_million_tokens": [
          {"input": "2", "output": "8"},
          {"service_tier": "priority", "input": "7", "output": "9"}],
        "region": {"eu": "1.1"}}]}""",
      """
      {"id": "aws.bedrock/anthropic.claude-opus-5-v1:0", "prices": [{
        "usd_per_million_tokens": [{"input": "5", "output": "25"}],
        "region": {"eu": "1.1"}}]}""");

  @Test
  void anAzureDeploymentHasTheMeaningItsUserGaveIt() throws IOException {
    PriceBook book = with("""
        "aliases": [{"id": "azure.ai.openai/my-deployment", "as": "azure.ai.openai/gpt-4.1-eu",
                     "region": "eu", "service_tier": "priority"}]""");
    PricedCall call =
        million("azure.ai.openai", "gpt-4.1-2025-04-14").requestModel("my-deployment");

    assertThat(call.usdBy(book)).isEqualByComparingTo("7.7"); // 7 × 1.1
    assertThat(call.serviceTier("default").usdBy(book)).isEqualByComparingTo("2.2"); // as served
    assertThat(call.requestModel("other").usdBy(book)).isEqualByComparingTo("1"); // OpenAI's list
  }

  @Test
  void anApplicationsInferenceProfileHasTheMeaningItsUserGaveIt() throws IOException {
    String arn = "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123";
    PriceBook book = with("""
        "aliases": [{"id": "aws.bedrock/%s",
                     "as": "aws.bedrock/eu.anthropic.claude-opus-5-v1:0"}]""".formatted(arn));
    PricedCall call =
        PricedCall.at("aws.bedrock").requestModel(arn).input(1_000_000).output(0);

    assertThat(call.usdBy(book)).isEqualByComparingTo("5.5"); // 5 × 1.1: eu is in the profile
    assertThat(call.reasonBy(LIST)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void anAliasOfAModelThatNobodyKnowsLeadsNowhere() throws IOException {
    PriceBook book = with("\"aliases\": [{\"id\": \"openai/gpt-4.1\", \"as\": \"openai/gone\"}]");

    assertThat(million("openai", "gpt-4.1").reasonBy(book)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void aModelsDiscountGoesBeforeItsProviders() throws IOException {
    PriceBook book = with("""
        "discounts": [{"provider": "openai", "times": "0.5"},
                      {"model": "openai/gpt-4.1", "times": "0.85"}]""");

    assertThat(million("openai", "gpt-4.1-2025-04-14").usdBy(book)).isEqualByComparingTo("0.85");
    assertThat(million("openai", "gpt-5").usdBy(book)).isEqualByComparingTo("0.5");
    assertThat(million("anthropic", "claude-opus-5").usdBy(book)).isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-31, 1", "2026-02-01, 0.9", "2026-02-28, 0.9", "2026-03-01, 0.8"})
  void aDiscountHasDays(String day, String usd) throws IOException {
    PriceBook book = with("""
        "discounts": [{"provider": "openai", "times": "0.9", "from": "2026-02-01",
                       "until": "2026-03-01"},
                      {"provider": "openai", "times": "0.8", "from": "2026-03-01"}]""");

    assertThat(million("openai", "gpt-5").on(day).usdBy(book)).isEqualByComparingTo(usd);
  }

  @Test
  void aDiscountIsWithWhoSellsAndNotWithWhoseListItIs() throws IOException {
    PriceBook openAi = with("""
        "discounts": [{"provider": "openai", "times": "0.5"},
                      {"model": "openai/gpt-5", "times": "0.4"}]""");
    PriceBook azure = with("""
        "discounts": [{"provider": "azure.ai.openai", "times": "0.7"},
                      {"model": "azure.ai.openai/gpt-5", "times": "0.6"}]""");

    // Azure sells gpt-4.1 and gpt-5 at OpenAI's list, which makes it no customer of OpenAI.
    assertThat(million("azure.ai.openai", "gpt-4.1").usdBy(openAi)).isEqualByComparingTo("1");
    assertThat(million("azure.ai.openai", "gpt-5").usdBy(openAi)).isEqualByComparingTo("1");
    assertThat(million("azure.ai.openai", "gpt-4.1").usdBy(azure)).isEqualByComparingTo("0.7");
    assertThat(million("azure.ai.openai", "gpt-5").usdBy(azure)).isEqualByComparingTo("0.6");
    assertThat(million("openai", "gpt-5").usdBy(azure)).isEqualByComparingTo("1");
  }

  @Test
  void aFreeProviderCostsNothingWhateverItsModelsAre() throws IOException {
    PriceBook book = with("\"free\": [\"ollama\", \"openai/gpt-5\"]");

    Cost unknown = million("ollama", "nobody-knows").costBy(book);

    assertThat(unknown.usd()).isEqualByComparingTo("0");
    assertThat(unknown.entry()).isEqualTo("ollama");
    assertThat(unknown.source()).isEqualTo(CostSource.LOCAL);
    assertThat(PricedCall.at("ollama").costBy(book).usd()).isZero();
    assertThat(million("ollama", "x").status(UsageStatus.PARTIAL).usdBy(book)).isZero();
    assertThat(million("openai", "gpt-5").usdBy(book)).isZero();
    assertThat(million("openai", "gpt-4.1").usdBy(book)).isEqualByComparingTo("1");
  }

  @Test
  void aFreeModelIsFreeUnderAllItsNames() throws IOException {
    PriceBook book = with("\"free\": [\"openai/gpt-4.1\", \"azure.ai.openai/reserved\"]");

    assertThat(million("openai", "gpt-4.1-2025-04-14").usdBy(book)).isZero();
    assertThat(million("openai", "gpt-4.1-2026-04-14").usdBy(book)).isZero();
    // A deployment of provisioned throughput: the response names the model that it runs.
    assertThat(million("azure.ai.openai", "gpt-4.1").requestModel("reserved").usdBy(book))
        .isZero();
    // What OpenAI gives away, Azure does not.
    assertThat(million("azure.ai.openai", "gpt-4.1").usdBy(book)).isEqualByComparingTo("1");
    assertThat(million("openai", "gpt-4.1-mini").reasonBy(book))
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void aTenantsContractGoesBeforeTheGeneralOne() throws IOException {
    PriceBook book = with("""
        "discounts": [{"model": "openai/gpt-5", "times": "0.9"}],
        "free": ["openai/omni"],
        "tenants": [{"tenant": "acme",
          "discounts": [{"provider": "openai", "times": "0.6"}],
          "aliases": [{"id": "openai/ours", "as": "openai/gpt-5"}],
          "free": ["anthropic"],
          "entries": [%s]}]""".formatted(onePerMillion("openai/acme-only")));

    assertThat(million("openai", "gpt-5").usdBy(book)).isEqualByComparingTo("0.9");
    assertThat(acme("openai", "gpt-5").usdBy(book)).isEqualByComparingTo("0.6");
    assertThat(acme("openai", "ours").usdBy(book)).isEqualByComparingTo("0.6");
    assertThat(acme("openai", "acme-only").usdBy(book)).isEqualByComparingTo("0.6");
    assertThat(acme("openai", "omni").usdBy(book)).isZero();
    assertThat(acme("anthropic", "claude-opus-5").usdBy(book)).isZero();
    assertThat(million("anthropic", "claude-opus-5").usdBy(book)).isEqualByComparingTo("1");
    assertThat(million("openai", "ours").reasonBy(book)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
    assertThat(million("openai", "acme-only").tenant("other").reasonBy(book))
        .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void anUpperEntryTakesOverTheNamesOfTheOneBelow() {
    PriceBook book = LIST.overlaidWith(BookText.ofEntries("""
            {"id": "openai/gpt-4.1", "prices": [{"usd_per_million_tokens": [{"input": "3"}]}]}"""));

    for (String name : new String[] {"gpt-4.1", "gpt-4.1-2025-04-14", "gpt-4.1-2027-01-01"}) {
      assertThat(million("openai", name).usdBy(book)).as(name).isEqualByComparingTo("3");
      assertThat(million("azure.ai.openai", name).usdBy(book)).as(name).isEqualByComparingTo("3");
    }
  }

  @Test
  void anExplanationHasTheFactorsOfTheQuote() throws IOException {
    PriceBook book =
        with("\"discounts\": [{\"provider\": \"azure.ai.openai\", \"times\": \"0.7\"}]");
    BilledCall call = million("azure.ai.openai", "gpt-4.1").billed();

    Explanation why = book.explain(call);

    assertThat(why.discountTimes()).isEqualByComparingTo(new BigDecimal("0.7"));
    assertThat(why.quote().cost().usd()).isEqualByComparingTo("0.7");
    assertThat(why.entry()).isEqualTo("openai/gpt-4.1");
  }

  private static PriceBook with(String contracts) throws IOException {
    return LIST.overlaidWith(BookText.parse("{" + contracts + "}"));
  }

  private static PricedCall million(String provider, String model) {
    return PricedCall.at(provider).responseModel(model).input(1_000_000).output(0);
  }

  private static PricedCall acme(String provider, String model) {
    return million(provider, model).tenant("acme");
  }

  private static String onePerMillion(String id, String... aliases) {
    String names =
        aliases.length == 0 ? "" : "\"aliases\": [\"" + String.join("\", \"", aliases) + "\"], ";
    return """
        {"id": "%s", %s"prices": [{"usd_per_million_tokens": [{"input": "1", "output": "1"}]}]}""".formatted(id, names);
  }
}
