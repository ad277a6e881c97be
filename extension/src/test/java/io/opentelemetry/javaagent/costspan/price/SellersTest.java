package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A contract is with who is paid, and names models by any of their names. */
class SellersTest {

  /** One USD per million tokens of input, so that an amount shows its factor. */
  private static final PriceBook LIST = BookText.ofEntries(
      onePerMillion("openai/gpt-4.1"),
      onePerMillion("openai/gpt-5"),
      onePerMillion("anthropic/claude-opus-5"));

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
  void behindAGatewayTheSellerIsTheOneItNames() throws IOException {
    PriceBook book = with("""
        "discounts": [{"provider": "openai", "times": "0.5"},
                      {"provider": "anthropic", "times": "0.8"}]""");

    assertThat(million("openai", "anthropic/claude-opus-5").usdBy(book))
        .isEqualByComparingTo("0.8");
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
  void anExplanationHasTheFactorsOfTheQuote() throws IOException {
    PriceBook book =
        with("\"discounts\": [{\"provider\": \"azure.ai.openai\", \"times\": \"0.7\"}]");
    BilledCall call = million("azure.ai.openai", "gpt-4.1").billed();

    Explanation why = book.explain(call);

    assertThat(why.discountTimes()).isEqualByComparingTo("0.7");
    assertThat(why.quote().cost().usd()).isEqualByComparingTo("0.7");
    assertThat(why.entry()).isEqualTo("openai/gpt-4.1");
  }

  private static PriceBook with(String contracts) throws IOException {
    return LIST.overlaidWith(BookText.parse("{" + contracts + "}"));
  }

  private static PricedCall million(String provider, String model) {
    return PricedCall.at(provider).responseModel(model).input(1_000_000).output(0);
  }

  private static String onePerMillion(String id) {
    return BookText.entry(id, "{\"input\": \"1\", \"output\": \"1\"}");
  }
}
