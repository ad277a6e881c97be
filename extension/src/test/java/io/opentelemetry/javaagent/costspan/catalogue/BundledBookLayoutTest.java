package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The book in the jar: its layout, byte by byte, and what every entry of it must be. */
class BundledBookLayoutTest {

  private static final String BOOK = text("price-book.json");

  private static final Pattern ENTRY =
      Pattern.compile("\n    \\{\"id\": \"([a-z0-9_.]+)/([^\"\\\\]+)\",\n");
  private static final Pattern ALIASES =
      Pattern.compile("\n     \"aliases\": (\\[\"[^\\]\\\\]+\"\\]),\n");

  @Test
  void beginsWithItsHeadAndIsAscii() {
    assertThat(BOOK)
        .startsWith("{\n  \"about\": [")
        .contains("\n  \"version\": \"2026-11-28\",\n", "\n  \"entries\": [\n");
    assertThat(BOOK)
        .endsWith("]}\n  ]\n}\n")
        .matches(text -> text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')));
    assertThat(BOOK.length()).isLessThan(1_000_000);
  }

  @Test
  void theLinesThatTheLoaderLooksForAreTheEntries() throws CatalogueException {
    List<String> byLine = new ArrayList<>();
    Matcher entry = ENTRY.matcher(BOOK);
    while (entry.find()) {
      byLine.add(entry.group(1) + "/" + entry.group(2));
    }

    List<JsonValue> entries = entries();

    assertThat(byLine).isEqualTo(entries.stream().map(json -> json.textOf("id")).toList());
    assertThat(ALIASES.matcher(BOOK).results().count())
        .isEqualTo(entries.stream().filter(json -> json.get("aliases") != null).count());
  }

  @Test
  void hasTheModelsOfManyProviders() throws CatalogueException {
    Set<String> providers = new HashSet<>();
    entries().forEach(json -> providers.add(provider(json)));

    assertThat(entries()).hasSizeGreaterThan(1_200);
    assertThat(providers)
        .hasSizeGreaterThan(20)
        .contains(
            "openai",
            "anthropic",
            "azure.ai.openai",
            "azure.ai.inference",
            "aws.bedrock",
            "gcp.gemini")
        .contains(
            "gcp.vertex_ai",
            "mistral_ai",
            "cohere",
            "deepseek",
            "x_ai",
            "groq",
            "perplexity",
            "moonshot_ai")
        .contains("openrouter", "together_ai", "fireworks_ai")
        .doesNotContain("ollama", "github_copilot", "cursor", "chatgpt", "lemonade");
  }

  @Test
  void noIdStandsTwice() throws CatalogueException {
    Map<String, String> entryById = new HashMap<>();
    for (JsonValue json : entries()) {
      String id = String.valueOf(json.textOf("id"));
      assertThat(entryById.put(id, id)).as(id).isNull();
      for (JsonValue alias : json.itemsOf("aliases")) {
        String other = provider(json) + "/" + alias.text();
        assertThat(entryById.put(other, id)).as(other).isNull();
      }
    }
  }

  @Test
  void theLoaderFindsEveryId() throws CatalogueException {
    PriceBook book = PriceBook.bundled();
    assertThat(book.size()).isEqualTo(entries().size());
    for (JsonValue json : entries()) {
      String id = String.valueOf(json.textOf("id"));
      assertThat(book.listing(id)).as(id).isNotNull();
      for (JsonValue alias : json.itemsOf("aliases")) {
        assertThat(book.providersOf(alias.text())).as(alias.text()).contains(provider(json));
      }
    }
  }

  /** The curated reader knows every field and refuses any other, so it holds the book to its format. */
  @Test
  void everyEntryHasSourcesThatTheBookExplains() throws CatalogueException {
    CuratedBook book =
        CuratedReader.read(BOOK.replaceFirst("\n  \"version\": \"[0-9-]+\",", ""), "the book");

    assertThat(book.entries()).allSatisfy(entry -> {
      assertThat(entry.sources()).as(entry.id()).isNotEmpty();
      assertThat(book.sources())
          .as(entry.id())
          .containsKeys(entry.sources().toArray(String[]::new));
    });
  }

  @Test
  void openAiSellsNoOpenWeights() {
    assertThat(BOOK)
        .doesNotContain(
            "\"id\": \"openai/gpt-oss", "\"id\": \"openai/openai/", ":free\"", "-commitment/");
  }

  @Test
  void everyLineOfTheCrossCheckHasItsColumns() {
    assertThat(text("price-crosscheck.tsv").lines().filter(line -> !line.startsWith("#")))
        .hasSizeGreaterThan(2_000)
        .allSatisfy(line -> assertThat(line.split("\t", -1)).as(line).hasSize(10));
  }

  private static List<JsonValue> entries() throws CatalogueException {
    return JsonDocument.read(BOOK, "the book").itemsOf("entries");
  }

  private static String provider(JsonValue entry) {
    String id = String.valueOf(entry.textOf("id"));
    return id.substring(0, id.indexOf('/'));
  }

  private static String text(String name) {
    String path = "/io/opentelemetry/javaagent/costspan/price/" + name;
    try (InputStream stream = BundledBookLayoutTest.class.getResourceAsStream(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
