package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteLlmReaderTest {

  @Test
  void readsExactlyTheTiersAndBracketsThatAreThere() throws CatalogueException {
    PriceList list = read("gpt-x", "openai", "chat", """
        "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1.5e-05, "cache_read_input_token_cost": 2.5e-07,
        "input_cost_per_token_above_272k_tokens": 5e-06, "input_cost_per_token_flex": 1.25e-06,
        "input_cost_per_token_batches": 1.25e-06, "input_cost_per_token_priority": 5e-06,
        "input_cost_per_token_above_272k_tokens_priority": 1e-05""");

    assertThat(Listed.priceOf(list, "openai/gpt-x"))
        .isEqualTo(
            "{\"usd_per_million_tokens\": ["
                + "{\"input\": \"2.50\", \"cache_read\": \"0.25\", \"output\": \"15.00\"},"
                + " {\"above_input_tokens\": 272000, \"input\": \"5.00\"},"
                + " {\"service_tier\": \"batch\", \"input\": \"1.25\"},"
                + " {\"service_tier\": \"flex\", \"input\": \"1.25\"},"
                + " {\"service_tier\": \"priority\", \"input\": \"5.00\"},"
                + " {\"service_tier\": \"priority\", \"above_input_tokens\": 272000, \"input\": \"10.00\"}]}");
  }

  @Test
  void readsWritesThatLiveForAnHour() throws CatalogueException {
    PriceList list = read("claude-x", "anthropic", "chat", """
        "input_cost_per_token": 3e-06, "cache_creation_input_token_cost": 3.75e-06,
        "cache_creation_input_token_cost_above_1hr": 6e-06,
        "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05,
        "input_cost_per_token_above_200k_tokens": 6e-06""");

    assertThat(Listed.priceOf(list, "anthropic/claude-x"))
        .isEqualTo(
            "{\"usd_per_million_tokens\": ["
                + "{\"input\": \"3.00\", \"cache_write_5m\": \"3.75\", \"cache_write_1h\": \"6.00\"},"
                + " {\"above_input_tokens\": 200000, \"input\": \"6.00\", \"cache_write_1h\": \"12.00\"}]}");
  }

  @Test
  void readsRangesOfInput() throws CatalogueException {
    PriceList list = read("dashscope/qwen-x", "dashscope", "chat", """
        "tiered_pricing": [
          {"range": [0, 256000.0], "input_cost_per_token": 5e-08, "output_cost_per_token": 4e-07},
          {"range": [256000.0, 1000000.0], "input_cost_per_token": 2.5e-07, "output_cost_per_token": 2e-06}]""");

    assertThat(Listed.priceOf(list, "dashscope/qwen-x"))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"0.05\", \"output\": \"0.40\"},"
            + " {\"above_input_tokens\": 256000, \"input\": \"0.25\", \"output\": \"2.00\"}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "azure/eu/gpt-x,               azure,                     azure.ai.openai/eu/gpt-x",
    "bedrock/us-east-1/a.claude-x, bedrock,                   aws.bedrock/us-east-1/a.claude-x",
    "us.a.claude-x-v1:0,           bedrock_converse,          aws.bedrock/us.a.claude-x-v1:0",
    "bedrock_mantle/openai.gpt-x,  bedrock_mantle,            aws.bedrock/openai.gpt-x",
    "gemini/gemini-x,              gemini,                    gcp.gemini/gemini-x",
    "gemini-x,                     vertex_ai-language-models, gcp.vertex_ai/gemini-x",
    "vertex_ai/claude-x@20260101,  vertex_ai-anthropic_models, gcp.vertex_ai/claude-x@20260101",
    "mistral/mistral-x,            mistral,                   mistral_ai/mistral-x",
    "groq/openai/gpt-oss-20b,      groq,                      groq/openai/gpt-oss-20b",
    "fireworks_ai/nomic/x,         fireworks_ai-embedding-models, fireworks_ai/nomic/x",
    "openrouter/openrouter/auto-x, openrouter,                openrouter/openrouter/auto-x",
  })
  void takesItsOwnPrefixesOff(String key, String theirs, String id) throws CatalogueException {
    assertThat(Listed.ids(read(key, theirs, "chat", "\"input_cost_per_token\": 1e-06")))
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "sample_spec,                                       openai",
    "openai/gpt-oss-20b,                                openai",
    "github_copilot/gpt-x,                              github_copilot",
    "ollama/llama3,                                     ollama",
    "bedrock/us-east-1/1-month-commitment/a.claude-x,   bedrock",
    "fireworks-ai-4.1b-to-16b,                          fireworks_ai",
    "openrouter/x/y:free,                               openrouter",
    "1024-x-1024/50-steps/stability.x,                  bedrock",
  })
  void leavesOutWhatNoCallIsBilledBy(String key, String theirs) throws CatalogueException {
    assertThat(read(key, theirs, "chat", "\"input_cost_per_token\": 1e-06").models())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audio_transcription|\"input_cost_per_second\": 0.0001, \"output_cost_per_second\": 0.0001|\"audio_input_second\": \"0.0001\"",
        "audio_speech|\"input_cost_per_character\": 1.5e-05|\"input_character\": \"0.000015\"",
        "image_generation|\"output_cost_per_image\": 0.04|\"image\": \"0.04\"",
        "image_generation|\"input_cost_per_image\": 0.04|\"image\": \"0.04\"",
        "video_generation|\"output_cost_per_video_per_second\": 0.1|\"video_output_second\": \"0.10\"",
        "rerank|\"input_cost_per_query\": 0.002, \"input_cost_per_token\": 0.0|\"search_unit\": \"0.002\"",
        "ocr|\"ocr_cost_per_page\": 0.004, \"annotation_cost_per_page\": 0.005|\"page\": \"0.004\", \"annotated_page\": \"0.005\"",
        "chat|\"input_cost_per_request\": 0.005|\"request\": \"0.005\"",
      })
  void readsPiecesByTheModeOfTheModel(String mode, String fields, String rates)
      throws CatalogueException {
    assertThat(Listed.priceOf(read("x/m", "x", mode, fields), "x/m"))
        .isEqualTo("{\"usd_per_unit\": [{" + rates + "}]}");
  }

  @Test
  void whereTokensHaveAPriceTheyAreBilled() throws CatalogueException {
    PriceList list = read("tts-x", "openai", "audio_speech", """
        "input_cost_per_token": 6e-07, "output_cost_per_audio_token": 1.2e-05, "output_cost_per_second": 0.00025""");

    assertThat(Listed.priceOf(list, "openai/tts-x")).doesNotContain("second");
  }

  @Test
  void readsImagesBySizeAndQuality() throws CatalogueException {
    PriceList list = LiteLlmReader.read("""
        {"hd/1024-x-1792/dall-e-x": {"litellm_provider": "openai", "input_cost_per_image": 0.12},
         "dall-e-x": {"litellm_provider": "openai", "mode": "image_generation", "input_cost_per_image": 0.04},
         "1024-x-1024/dall-e-x": {"litellm_provider": "openai", "input_cost_per_image": 0.03}}""", "sample", Listed.DAY);

    // Where some have a size and a quality, those without are guesses.
    assertThat(Listed.priceOf(list, "openai/dall-e-x"))
        .isEqualTo(
            "{\"usd_per_unit\": [{\"size\": \"1024x1792\", \"quality\": \"hd\", \"image\": \"0.12\"}]}");
  }

  @Test
  void aSearchThatCostsByItsSizeHasNoKnownPrice() throws CatalogueException {
    PriceList list = read("perplexity/sonar", "perplexity", "chat", """
        "input_cost_per_token": 1e-06, "search_context_cost_per_query":
          {"search_context_size_low": 0.005, "search_context_size_high": 0.012}""");

    assertThat(Listed.priceOf(list, "perplexity/sonar")).contains("{\"request\": \"unknown\"}");
  }

  @Test
  void readsTheUpliftOfARegion() throws CatalogueException {
    PriceList list = read("gpt-x", "openai", "chat", """
        "input_cost_per_token": 1e-06, "regional_processing_uplift_multiplier_eu": 1.1,
        "provider_specific_entry": {"us": 1.1, "fast": 6.0}""");

    assertThat(Listed.priceOf(list, "openai/gpt-x"))
        .endsWith("\"region\": {\"eu\": \"1.1\", \"us\": \"1.1\"}}");
  }

  @Test
  void aSlipOfUnitsIsNoPrice() throws CatalogueException {
    PriceList list = read(
        "wandb/x",
        "wandb",
        "chat",
        "\"input_cost_per_token\": 0.015, \"output_cost_per_token\": 0.06");

    assertThat(list.models()).isEmpty();
    assertThat(list.skippedByReason()).containsKey("a price per token of a size that none has");
  }

  @Test
  void readsNumbersThatAreTexts() throws CatalogueException {
    assertThat(Listed.priceOf(
            read("x/m", "x", "chat", "\"input_cost_per_token\": \"0.0000015\""), "x/m"))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"1.50\"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"input_cost_per_token\": 1e999999999|x/m input_cost_per_token: 1e999999999 is no number of a price's size",
        "\"input_cost_per_token\": 1e40|is no number of a price's size",
        "\"input_cost_per_token\": {}|an object is no number",
        "\"input_cost_per_token\": \"cheap\"|cheap is no number of a price's size",
        "\"tiered_pricing\": [{\"range\": [1e20, 2e20], \"input_cost_per_token\": 1e-6}]|is no number of tokens",
      })
  void namesThePlaceOfAMistake(String fields, String message) {
    assertThatThrownBy(() -> read("x/m", "x", "chat", fields))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("sample, line 1, x/m")
        .hasMessageContaining(message);
  }

  private static PriceList read(String key, String theirs, String mode, String fields)
      throws CatalogueException {
    String json = "{\"%s\": {\"litellm_provider\": \"%s\", \"mode\": \"%s\", %s}}"
        .formatted(key, theirs, mode, fields);
    return LiteLlmReader.read(json, "sample", Listed.DAY);
  }
}
