package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceBookOverlayTest {

  private static final PriceBook BUNDLED = PriceBook.bundled();

  @Test
  void theOtherBooksEntryWins() {
    PriceBook book = BUNDLED.overlaidWith(
        BookText.ofVersion("2027-01-02", BookText.entry("openai/gpt-4o", row("1.00"))));

    Cost cost = million("openai", "gpt-4o").costBy(book);

    assertThat(cost.usd()).isEqualByComparingTo("1");
    assertThat(cost.version()).isEqualTo("2027-01-02");
  }

  @Test
  void itTakesTheSnapshotsAndAliasesOfTheEntryItReplaces() {
    PriceBook book = BUNDLED.overlaidWith(BookText.ofEntries(
        BookText.entry("openai/gpt-4o", row("1.00")),
        BookText.entry("anthropic/claude-sonnet-4", row("0.50"))));

    assertThat(million("openai", "gpt-4o-2024-08-06").usdBy(book)).isEqualByComparingTo("1");
    assertThat(million("anthropic", "claude-sonnet-4-0").usdBy(book)).isEqualByComparingTo("0.5");
  }

  @Test
  void aSnapshotThatIsAnEntryOfItsOwnKeepsItsPrice() {
    PriceBook book =
        BUNDLED.overlaidWith(BookText.ofEntries(BookText.entry("openai/gpt-4o", row("1.00"))));

    assertThat(million("openai", "gpt-4o-2024-05-13").usdBy(book)).isEqualByComparingTo("5");
  }

  @Test
  void itMayNameModelsThatTheBookDoesNotKnow() {
    PriceBook book = BUNDLED.overlaidWith(BookText.ofEntries(
        BookText.entry("openai/ft:gpt-4o-mini-2024-07-18:acme::abc", row("0.30")),
        BookText.entry("azure.ai.openai/my-deployment", row("0.10"))));

    assertThat(million("openai", "ft:gpt-4o-mini-2024-07-18:acme::abc").usdBy(book))
        .isEqualByComparingTo("0.3");
    assertThat(PricedCall.at("azure.ai.openai")
            .requestModel("my-deployment")
            .responseModel("something-private")
            .input(1_000_000)
            .output(0)
            .usdBy(book))
        .isEqualByComparingTo("0.1");
  }

  @Test
  void whatItDoesNotNameStaysAsItWas() {
    PriceBook book = BUNDLED.overlaidWith(
        BookText.ofVersion("2027-01-02", BookText.entry("openai/mine", row("1.00"))));

    Cost cost = million("openai", "text-embedding-3-small").costBy(book);

    assertThat(cost.usd()).isEqualByComparingTo("0.02");
    assertThat(cost.version()).isEqualTo(BUNDLED.version());
    assertThat(book.version()).isEqualTo(BUNDLED.version());
    assertThat(book.size()).isEqualTo(BUNDLED.size() + 1);
    assertThat(million("openai", "mine").reasonBy(BUNDLED)).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  private static PricedCall million(String provider, String model) {
    return PricedCall.at(provider).responseModel(model).input(1_000_000).output(0);
  }

  private static String row(String input) {
    return "{\"input\": \"%s\", \"output\": \"0.00\"}".formatted(input);
  }
}
