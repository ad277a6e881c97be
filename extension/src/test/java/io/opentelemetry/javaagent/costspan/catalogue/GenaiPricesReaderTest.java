package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenaiPricesReaderTest {

  @Test
  void readsRatesPerMillionTokens() throws CatalogueException {
    PriceList list = read("anthropic", "claude-x", "{}", """
        {"input_mtok": 3, "cache_read_mtok": 0.3, "cache_write_mtok": 3.75, "cache_write_1h_mtok": 6,
         "output_mtok": 15, "web_searches_kcount": 10}""");

    assertThat(Listed.priceOf(list, "anthropic/claude-x"))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"3.00\", \"cache_read\": \"0.30\","
            + " \"cache_write_5m\": \"3.75\", \"cache_write_1h\": \"6.00\", \"output\": \"15.00\"}],"
            + " \"usd_per_thousand\": {\"web_search\": \"10.00\"}}");
  }

  @Test
  void aStartDateEndsThePriceBeforeIt() throws CatalogueException {
    PriceList list = read("openai", "gpt-x", "{}", """
        [{"prices": {"input_mtok": 5}},
         {"constraint": {"type": "start_date", "start_date": "2026-08-21"}, "prices": {"input_mtok": 4}}]""");

    assertThat(Listed.pricesOf(list, "openai/gpt-x"))
        .containsExactly(
            "{\"until\": \"2026-08-21\", \"usd_per_million_tokens\": [{\"input\": \"5.00\"}]}",
            "{\"from\": \"2026-08-21\", \"usd_per_million_tokens\": [{\"input\": \"4.00\"}]}");
  }

  @Test
  void hoursBelongToThePeriodThatTheyFollow() throws CatalogueException {
    PriceList list = read("deepseek", "deepseek-x", "{}", """
        [{"prices": {"input_mtok": 0.1}},
         {"constraint": {"type": "start_date", "start_date": "2026-08-17"}, "prices": {"input_mtok": 0.2}},
         {"constraint": {"type": "time_of_date", "start_time": "01:00:00Z", "end_time": "04:00:00Z"},
          "prices": {"input_mtok": 0.4}},
         {"constraint": {"type": "time_of_date", "start_time": "06:00:00Z", "end_time": "10:00:00Z"},
          "prices": {"input_mtok": 0.4}}]""");

    assertThat(Listed.pricesOf(list, "deepseek/deepseek-x"))
        .containsExactly(
            "{\"until\": \"2026-08-17\", \"usd_per_million_tokens\": [{\"input\": \"0.10\"}]}",
            "{\"from\": \"2026-08-17\", \"windows\": {\"hours1\": {\"utc\": [\"01:00-04:00\","
                + " \"06:00-10:00\"]}}, \"usd_per_million_tokens\": [{\"input\": \"0.20\"},"
                + " {\"window\": \"hours1\", \"input\": \"0.40\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, gpt-x,    271999, above_input_tokens, 272000",
    "openai, gpt-x,    272000, above_input_tokens, 272000",
    "x-ai,   grok-x,   199999, from_input_tokens,  200000",
    "google, gemini-x, 200000, above_input_tokens, 200000",
    "minimax, m-x,     511999, from_input_tokens,  512000",
  })
  void knowsWhoseBoundaryIsInside(String theirs, String id, long start, String field, long tokens)
      throws CatalogueException {
    PriceList list = read(theirs, id, "{}", """
        {"input_mtok": {"base": 2, "tiers": [{"start": %d, "price": 4}]}}""".formatted(start));

    assertThat(Listed.priceOf(list, Listed.ids(list).get(0)))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"2.00\"}, {\"" + field + "\": "
            + tokens + ", \"input\": \"4.00\"}]}");
  }

  @Test
  void onlyWhatMustBeEqualIsAnId() throws CatalogueException {
    PriceList list = read("openai", "gpt-x", """
        {"or": [{"equals": "gpt-x-chat"}, {"starts_with": "gpt-x-pro"}, {"regex": "^gpt"}, {"contains": "y"}]}""", "{\"input_mtok\": 1}");

    assertThat(Listed.model(list, "openai/gpt-x").aliases()).containsExactly("gpt-x-chat");
  }

  @Test
  void aRegionalModelOfBedrockIsTheModelAndItsProfiles() throws CatalogueException {
    PriceList list = read("aws", "regional.anthropic.claude-x-v1:0", """
        {"or": [{"starts_with": "anthropic.claude-x"}, {"contains": "us.anthropic.claude-x"},
                {"contains": "eu.anthropic.claude-x"}]}""", "{\"input_mtok\": 5.5}");

    ListedModel model = Listed.model(list, "aws.bedrock/anthropic.claude-x-v1:0");
    assertThat(model.aliases())
        .containsExactly(
            "anthropic.claude-x",
            "us.anthropic.claude-x-v1:0",
            "us.anthropic.claude-x",
            "eu.anthropic.claude-x-v1:0",
            "eu.anthropic.claude-x");
  }

  @Test
  void anHourOfAudioIs3600Seconds() throws CatalogueException {
    PriceList list = read("openai", "whisper-x", "{}", "{\"input_audio_hours\": 0.36}");

    assertThat(Listed.priceOf(list, "openai/whisper-x"))
        .isEqualTo("{\"usd_per_unit\": [{\"audio_input_second\": \"0.0001\"}]}");
  }

  @Test
  void whatARequestCostsAtPerplexityNobodyCanTell() throws CatalogueException {
    PriceList list =
        read("perplexity", "sonar", "{}", "{\"input_mtok\": 1, \"requests_kcount\": 12}");

    assertThat(Listed.priceOf(list, "perplexity/sonar")).contains("{\"request\": \"unknown\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-2.5-flash, grounded_prompt",
    "gemini-3-flash, grounding_query",
    "gemini-3.6-flash, grounding_query"
  })
  void geminiBillsPromptsUpTo2Point5AndQueriesAfter(String id, String fee)
      throws CatalogueException {
    PriceList list = read("google", id, "{}", "{\"input_mtok\": 1, \"web_searches_kcount\": 14}");

    assertThat(Listed.priceOf(list, "gcp.gemini/" + id)).contains("{\"" + fee + "\": \"14.00\"}");
  }

  @Test
  void claudeInGooglesListIsOnVertex() throws CatalogueException {
    assertThat(Listed.ids(read("google", "claude-x", "{}", "{\"input_mtok\": 1}")))
        .containsExactly("gcp.vertex_ai/claude-x");
  }

  @ParameterizedTest
  @CsvSource({
    "cursor, composer",
    "github-copilot, gpt-x",
    "openai, gpt-oss-20b",
    "openrouter, a/b:free",
    "openai, ft:x-"
  })
  void leavesOutWhatNoCallIsBilledBy(String theirs, String id) throws CatalogueException {
    assertThat(read(theirs, id, "{}", "{\"input_mtok\": 1}").models()).isEmpty();
  }

  @Test
  void aPriceOfZeroIsNoPrice() throws CatalogueException {
    assertThat(read("openai", "gpt-x", "{}", "{\"input_mtok\": 0}").models()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"input_mtok\": 1e999999999}|openai/gpt-x input_mtok: 1e999999999 is no number of a price's size",
        "{\"input_mtok\": true}|openai/gpt-x input_mtok: true is no number",
        "{\"input_mtok\": {\"base\": [1]}}|openai/gpt-x input_mtok: an array is no number",
        "{\"input_mtok\": {\"base\": 1, \"tiers\": [{\"start\": 1e30, \"price\": 1}]}}|no number of tokens",
        "[{\"prices\": {}}, {\"constraint\": {\"start_date\": \"2026-13-01\"}, \"prices\": {}}]|is no day",
        "[{\"prices\": {}}, {\"constraint\": {\"moon\": \"full\"}, \"prices\": {}}]|a constraint that we do not know",
      })
  void namesThePlaceOfAMistake(String prices, String message) {
    assertThatThrownBy(() -> read("openai", "gpt-x", "{}", prices))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("sample, line ")
        .hasMessageContaining(message);
  }

  private static PriceList read(String theirs, String id, String match, String prices)
      throws CatalogueException {
    String json = """
        [{"id": "%s", "models": [{"id": "%s", "match": %s, "prices": %s}]}]""".formatted(theirs, id, match, prices);
    return GenaiPricesReader.read(json, "sample", Listed.DAY);
  }
}
