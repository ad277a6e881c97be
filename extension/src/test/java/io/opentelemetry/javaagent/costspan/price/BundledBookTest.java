package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledBookTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  @Test
  void everyEntryHasASource() {
    assertThat(BOOK.entries())
        .allSatisfy(entry -> assertThat(entry.sources()).as(entry.id()).isNotEmpty());
  }

  @Test
  void whatAPersonComparedWasComparedBeforeTheBookWasMade() {
    List<PriceEntry> compared =
        BOOK.entries().stream().filter(entry -> entry.checked() != null).toList();

    assertThat(compared)
        .hasSizeGreaterThan(100)
        .allSatisfy(entry -> assertThat(LocalDate.parse(entry.checked()))
            .as(entry.id())
            .isBeforeOrEqualTo(LocalDate.parse(BOOK.version())));
  }

  @Test
  void knowsMoreThan1200ModelsOfMoreThan20Providers() {
    assertThat(BOOK.entries()).hasSizeGreaterThan(1_200);
    assertThat(BOOK.entries().stream().map(PriceEntry::provider).distinct()).hasSizeGreaterThan(20);
  }

  @Test
  void nothingInItIsFree() {
    assertThat(BOOK.listings())
        .allSatisfy(listing -> assertThat(listing.figures())
            .as(listing.id())
            .filteredOn(figure -> figure.unit().startsWith("USD"))
            .allSatisfy(figure -> assertThat(figure.value()).matches("unknown|.*[1-9].*")));
  }

  @Test
  void everyModelIdFindsItsEntry() {
    for (PriceEntry entry : BOOK.entries()) {
      for (String model : entry.models()) {
        BilledCall call = PricedCall.at(entry.provider())
            .responseModel(model)
            .input(1)
            .output(0)
            .billed();

        assertThat(BOOK.explain(call).entry()).as(model).isEqualTo(entry.id());
      }
    }
  }

  @Test
  void everyClaudeThatReadsACacheHasARateForWritingIt() {
    for (PriceEntry entry : BOOK.entries()) {
      if (entry.provider().equals("anthropic") && readsACache(entry)) {
        PricedCall call = PricedCall.anthropic(entry.models().get(0))
            .input(3)
            .cacheRead(1)
            .cacheWrite(2)
            .cacheWrite1h(1)
            .output(1);

        Cost cost = call.costBy(BOOK);

        assertThat(cost.parts().get(CostKind.CACHE_WRITE))
            .as(entry.id())
            .isGreaterThan(cost.parts().get(CostKind.CACHE_READ));
      }
    }
  }

  private static boolean readsACache(PriceEntry entry) {
    return new Listing(entry)
        .figures().stream().anyMatch(figure -> figure.name().equals("cache_read"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai/gpt-6.1-sol",
        "openai/gpt-6.1-terra",
        "openai/gpt-6.2-astra",
        "openai/gpt-6.2-sol",
        "anthropic/claude-haiku-5-5",
        "anthropic/claude-sonnet-5-5",
        "anthropic/claude-fable-5-2",
      })
  void knowsTheModelsThatTheBaseSourceLacks(String id) {
    assertThat(BOOK.entries()).extracting(PriceEntry::id).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x_ai/grok-4.7",
        "gcp.gemini/gemini-4-argon",
        "mistral_ai/mistral-large-4",
        "deepseek/deepseek-flash"
      })
  void knowsThoseOfOtherProvidersToo(String id) {
    assertThat(BOOK.entries()).extracting(PriceEntry::id).contains(id);
  }

  @Test
  void isSmallEnoughToLoadAtEveryStart() throws IOException {
    try (InputStream book = PriceBook.class.getResourceAsStream("price-book.json")) {
      assertThat(book.readAllBytes()).hasSizeLessThan(1_000_000);
    }
  }
}
