package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of docs/prices.md does what the page says. */
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

  private static PriceBook example() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "prices.md"));
    int start = page.indexOf("```json") + "```json".length();
    String json = page.substring(start, page.indexOf("```", start));
    return PriceBook.parse(new ByteArrayInputStream(json.getBytes(UTF_8)), "docs/prices.md");
  }
}
