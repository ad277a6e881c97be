package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand damaged price files: each is a book or is refused with a word about the place. */
class PriceFileFuzzTest {

  private static final PriceBook BUNDLED = PriceBook.bundled();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String YAML = """
      version: 2026-11-21
      sources: {contract: ours}
      entries:
        - id: openai/gpt-4.1
          aliases: [gpt-4.1-latest, "house model"]
          sources: [contract]
          prices:
            - until: 2026-06-01
              usd_per_million_tokens: [{input: 2.50, output: 10.00}]
            - from: 2026-06-01
              windows: {peak: {days: [mon, fri], utc: ["01:00-04:00", "22:00-02:00"], except: [2026-10-01]}}
              usd_per_million_tokens:
                - {input: 2.00, cache_read: 0.50, output: 8.00}
                - {service_tier: batch, input: 1.00, output: unknown}
                - {above_input_tokens: 200000, window: peak, input: 4.00, output: 12.00}
              usd_per_unit: [{size: 1024x1024, quality: hd, image: 0.04}]
              usd_per_thousand: {web_search: 10.00}
              region: {eu: 1.1, "*": 1}
      aliases: [{id: azure.ai.openai/prod, as: openai/gpt-4.1, region: eu}]
      discounts: [{provider: openai, times: 0.85, until: 2027-01-01}]
      free: [ollama]
      tenants: [{tenant: acme, discounts: [{model: openai/gpt-4.1, times: 0.5}]}]
      """;

  private static final String JSON = """
      {"version": "2026-11-21", "sources": {"contract": "ours"}, "entries": [
        {"id": "openai/gpt-4.1", "aliases": ["gpt-4.1-latest"], "sources": ["contract"], "prices": [
          {"until": "2026-06-01", "usd_per_million_tokens": [{"input": "2.50", "output": "10.00"}]},
          {"from": "2026-06-01",
           "windows": {"peak": {"days": ["mon"], "utc": ["01:00-04:00"], "except": ["2026-10-01"]}},
           "usd_per_million_tokens": [
             {"input": "2.00", "cache_read": "0.50", "output": "8.00"},
             {"service_tier": "batch", "input": "1.00", "output": "unknown"},
             {"from_input_tokens": 200000, "window": "peak", "input": "4.00", "output": "12.00"}],
           "usd_per_unit": [{"size": "1024x1024", "image": "0.04"}],
           "usd_per_thousand": {"web_search": "10.00"}, "region": {"eu": "1.1"}}]}],
       "aliases": [{"id": "azure.ai.openai/prod", "as": "openai/gpt-4.1", "region": "eu"}],
       "discounts": [{"provider": "openai", "times": "0.85"}], "free": ["ollama"],
       "tenants": [{"tenant": "acme", "free": ["openai"]}]}
      """;

  @ParameterizedTest
  @ValueSource(strings = {YAML, JSON})
  void isABookOrRefused(String file) throws IOException {
    PriceBook.parse(file, "undamaged");
    Mutations mutations = new Mutations(20261128);

    int books = assertTimeoutPreemptively(PATIENCE, () -> {
      int read = 0;
      for (int i = 0; i < 5_000; i++) {
        read += isBook(new String(mutations.of(file.getBytes(UTF_8)), UTF_8)) ? 1 : 0;
      }
      return read;
    });

    assertThat(books).isBetween(50, 4_900);
  }

  private static boolean isBook(String damaged) throws IOException {
    try {
      PriceBook book = BUNDLED.overlaidWith(PriceBook.parse(damaged, "damaged"));
      Quote quote = PricedCall.openai("gpt-4.1").input(300_000).output(5).quotedBy(book);
      assertThat(quote.cost() == null).isNotEqualTo(quote.reason() == null);
      assertThat(quote.cost() == null || quote.cost().usd().signum() >= 0).isTrue();
      return true;
    } catch (PriceBookException refused) {
      assertThat(refused).hasMessageMatching("(?s)damaged, line \\d+[:,].*");
      return false;
    }
  }

  @Test
  void aHundredThousandOfAnythingTakeNoLongerThanTheyMust() {
    String row = "{\"service_tier\": \"t%d\", \"input\": \"1.00\"}";
    String price = "{\"from\": \"%d-01-01\", \"until\": \"%d-01-01\","
        + " \"usd_per_million_tokens\": [{\"input\": \"1\"}]}";

    assertTimeoutPreemptively(PATIENCE, () -> {
      assertThatThrownBy(() -> BookText.parse(
              BookText.book("2026-01-01", BookText.entry("openai/a", many(100_000, row)))))
          .hasMessageContaining("more than 1000 rows");
      PriceBook aliases = BookText.ofEntries(
          "{\"id\": \"openai/a\", \"aliases\": [%s], \"prices\": [{\"usd_per_million_tokens\":"
                  .formatted(many(100_000, "\"a%d\""))
              + " [{\"input\": \"1\"}]}]}");
      assertThat(PricedCall.openai("a99999").input(1_000_000).usdBy(aliases))
          .isEqualByComparingTo("1");
      PriceBook periods = BookText.ofEntries(BookText.pricesOf(
          "openai/a",
          IntStream.range(1_000, 9_000)
              .mapToObj(year -> price.formatted(year, year + 1))
              .collect(Collectors.joining(","))));
      assertThat(PricedCall.openai("a").input(1_000_000).usdBy(periods)).isEqualByComparingTo("1");
    });
  }

  @Test
  void depthAndAnchorsOfYamlAreRefused() {
    assertTimeoutPreemptively(PATIENCE, () -> {
      assertThatThrownBy(() -> PriceBook.parse("a: " + "[".repeat(100_000), "deep"))
          .isInstanceOf(PriceBookException.class);
      assertThatThrownBy(() -> PriceBook.parse("- ".repeat(50_000) + "a", "deep"))
          .isInstanceOf(PriceBookException.class);
      assertThatThrownBy(() -> PriceBook.parse("entries: &a [*a]\n", "anchors"))
          .hasMessageContaining("line 1: anchors");
      assertThatThrownBy(() -> PriceBook.parse("\n" + "a".repeat(5_000_000), "long"))
          .isInstanceOf(PriceBookException.class)
          .hasMessageContaining("line 2: not YAML: a line of more than 50000 characters");
    });
  }

  private static String many(int count, String pattern) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(","));
  }
}
