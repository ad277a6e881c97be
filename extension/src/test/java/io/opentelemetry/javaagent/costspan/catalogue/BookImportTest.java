package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookImportTest {

  private static final String CURATED = """
      {"about": ["a book"],
       "sources": {"genai-prices": "of 2026-09-23", "pi-ai": "of 2026-11-10", "langfuse": "of 2026-08-22",
                   "litellm": "of 2026-08-01", "page": "the provider's"},
       "entries": [
        {"id": "openai/gpt-x", "sources": ["page"], "checked": "2026-11-21", "note": "why",
         "prices": [{"usd_per_million_tokens": [
           {"input": "2.00", "output": "8.00"}, {"above_input_tokens": 272000, "input": "unknown", "output": "unknown"}],
          "usd_per_thousand": {"web_search": "10.00"}, "region": {"us": "1.1"}}]}]}
      """;
  private static final LocalDate VERSION = LocalDate.parse("2026-11-28");

  @TempDir
  private Path directory;

  @Test
  void makesBookCrossCheckAndReport() throws Exception {
    BookImport result = BookImport.of(Sources.of(file("curated.json", CURATED), VERSION)
        .piAi(file("pi-ai.json", """
            {"providers": {"openai": {"gpt-x": {"cost": {"input": 1, "output": 8}}},
                           "xai": {"grok-x": {"cost": {"input": 3, "output": 9, "cacheRead": 0.3}}}}}"""))
        .liteLlm(file("litellm.json", """
            {"gpt-x": {"litellm_provider": "openai", "input_cost_per_token": 1e-06, "output_cost_per_token": 8e-06},
             "xai/grok-x": {"litellm_provider": "xai", "input_cost_per_token": 3e-06}}""")));

    assertThat(result.book()).isEqualTo("""
        {
          "about": ["a book"],
          "version": "2026-11-28",
          "sources": {
            "genai-prices": "of 2026-09-23",
            "pi-ai": "of 2026-11-10",
            "langfuse": "of 2026-08-22",
            "litellm": "of 2026-08-01",
            "page": "the provider's"
          },
          "entries": [
            {"id": "openai/gpt-x",
             "sources": ["page"], "checked": "2026-11-21", "note": "why",
             "prices": [
               {"usd_per_million_tokens": [
                 {"input": "2.00", "output": "8.00"},
                 {"above_input_tokens": 272000, "input": "unknown", "output": "unknown"}], "usd_per_thousand": {"web_search": "10.00"}, "region": {"us": "1.1"}}]},
            {"id": "x_ai/grok-x",
             "sources": ["pi-ai", "litellm"],
             "prices": [
               {"usd_per_million_tokens": [{"input": "3.00", "cache_read": "0.30", "output": "9.00"}]}]}
          ]
        }
        """);
    assertThat(result.crossCheck().lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "openai/gpt-x\t2026-11-28\tstandard\tinput\t2.00\t-\t1.00\t1.00\t-\tcurated: why",
            "openai/gpt-x\t2026-11-28\tstandard\toutput\t8.00\t-\t8.00\t8.00\t-\t",
            "x_ai/grok-x\t2026-11-28\tstandard\tinput\t3.00\t-\t3.00\t3.00\t-\t");
    assertThat(result.report())
        .contains("2 entries, 2 ids, 2 providers.")
        .contains("Of 3 figures that at least two sources have, 2 are the same everywhere.")
        .contains(
            "| openai/gpt-x | 2026-11-28 | standard | input | 2.00 | - | 1.00 | 1.00 | - | curated: why |");
  }

  @Test
  void refusesACuratedBookThatDoesNotSayHowOldAListIs() throws IOException {
    Path curated =
        file("curated.json", "{\"sources\": {\"pi-ai\": \"the newest\"}, \"entries\": []}");

    assertThatThrownBy(() -> BookImport.of(Sources.of(curated, VERSION)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageEndingWith("curated.json: sources says no day for genai-prices");
  }

  @Test
  void refusesAFieldThatItDoesNotKnow() throws IOException {
    Path curated =
        file("curated.json", CURATED.replace("\"output\": \"8.00\"", "\"outptu\": \"8.00\""));

    assertThatThrownBy(() -> BookImport.of(Sources.of(curated, VERSION)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageEndingWith(
            "curated.json, line 7: openai/gpt-x has outptu, which is no field here");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> BookImport.of(Sources.of(directory.resolve("none.json"), VERSION)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageEndingWith("none.json: is not a file");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
