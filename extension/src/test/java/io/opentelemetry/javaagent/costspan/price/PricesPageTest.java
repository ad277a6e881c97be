package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of docs/prices.md do what the page says. */
class PricesPageTest {

  private static final int MILLION = 1_000_000;

  @Test
  void theExampleIsABookAndItsEntriesWin() throws IOException {
    PriceBook book = PriceBook.bundled().overlaidWith(example());

    assertThat(gpt41Mini("openai").on("2026-11-21").usdBy(book)).isEqualByComparingTo("0.32");
    assertThat(gpt41Mini("openai").on("2026-06-30").usdBy(book)).isEqualByComparingTo("0.40");
    assertThat(gpt41Mini("azure.ai.openai").usdBy(book)).isEqualByComparingTo("0.44");
  }

  private static PricedCall gpt41Mini(String provider) {
    return PricedCall.at(provider)
        .responseModel("gpt-4.1-mini-2025-04-14")
        .input(MILLION)
        .output(0);
  }

  @Test
  void theExampleInYamlIsABookThatDoesWhatItSays() throws IOException {
    PriceBook book = PriceBook.bundled().overlaidWith(example("yaml"));

    assertThat(gpt41Mini("openai").on("2026-06-30").usdBy(book)).isEqualByComparingTo("0.40");
    assertThat(gpt41Mini("openai").by("acme").usdBy(book))
        .isEqualByComparingTo("0.224"); // 0.32 × 0.7
    assertThat(million("openai", "house-model").usdBy(book)).isEqualByComparingTo("1");
    assertThat(million("azure.ai.openai", "prod-zone").usdBy(book)).isEqualByComparingTo("2.75");
    assertThat(PricedCall.at("azure.ai.openai")
            .requestModel("prod-chat")
            .input(100_000)
            .output(0)
            .usdBy(book))
        .isEqualByComparingTo("0.55"); // 0.1 × 5.00 × 1.1 in the EU
    assertThat(PricedCall.anthropic("claude-sonnet-5").input(MILLION).output(0).usdBy(book))
        .isEqualByComparingTo("1.7"); // 2.00 × 0.85
    assertThat(million("ollama", "llama3.3").usdBy(book)).isZero();
    assertThat(million("vllm", "any-model").usdBy(book)).isZero();
    assertThat(PricedCall.openai("gpt-5.4").input(100_000).output(0).usdBy(book))
        .isEqualByComparingTo("0.225"); // 0.1 × 2.50 × 0.9
    assertThat(million(
                "aws.bedrock",
                "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc")
            .usdBy(book))
        .isEqualByComparingTo(million("aws.bedrock", "eu.anthropic.claude-sonnet-4-5-20250929-v1:0")
            .usdBy(book));
  }

  private static PricedCall million(String provider, String model) {
    return PricedCall.at(provider).requestModel(model).input(MILLION).output(0);
  }

  private static PriceBook example() throws IOException {
    return example("json");
  }

  private static PriceBook example(String language) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "prices.md"));
    int start = page.indexOf("```" + language) + 3 + language.length();
    return PriceBook.parse(page.substring(start, page.indexOf("```", start)), "docs/prices.md");
  }
}
