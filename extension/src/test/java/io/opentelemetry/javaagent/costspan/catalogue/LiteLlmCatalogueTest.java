package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmCatalogueTest {

  private static final String SAMPLE = """
      {
        "sample_spec": {"litellm_provider": "one of https://docs.litellm.ai/docs/providers",
          "input_cost_per_token": 0.0, "max_tokens": "set to max_output_tokens", "supported_regions": ["global"]},
        "gpt-x": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 2.5e-06,
          "output_cost_per_token": 1.5e-05, "cache_read_input_token_cost": 2.5e-07,
          "input_cost_per_token_above_272k_tokens": 5e-06, "supports_vision": true, "rules": [{"a": {"b": [null]}}]},
        "moderation-x": {"litellm_provider": "openai", "mode": "moderation", "input_cost_per_token": 0.0},
        "vertex_ai/claude-x@default": {"litellm_provider": "vertex_ai-anthropic_models", "mode": "chat",
          "input_cost_per_token": 3.0000000000000004e-06, "output_cost_per_token": 1.5e-05},
        "azure/hd/1024-x-1792/dall-e-x": {"litellm_provider": "azure", "output_cost_per_image": 0.12},
        "dashscope/qwen-x": {"litellm_provider": "dashscope", "mode": "chat", "tiered_pricing": [
          {"range": [0, 256000.0], "input_cost_per_token": 5e-08, "output_cost_per_token": 4e-07},
          {"range": [256000.0, 1e6], "input_cost_per_token": 2.5e-07, "output_cost_per_token": 2e-06}]},
        "unpriced": {"litellm_provider": "x", "mode": "chat"},
        "no object": 7
      }
      """;

  @Test
  void isKnownByItsModels() {
    assertThat(LiteLlmCatalogue.looksLikeOne(SAMPLE)).isTrue();
    assertThat(LiteLlmCatalogue.looksLikeOne("{\"m\": {\"input_cost_per_token\": 1e-6}}"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"a\": {\"b\": 1}}",
        "{\"litellm_provider\": 1}",
        "{\"a\"",
        "entries:\n  - id: x",
        "{\"version\": \"2026-11-28\", \"entries\": [{\"id\": \"openai/x\"}], \"x\": {\"litellm_provider\": 1}}"
      })
  void nothingElseIs(String text) {
    assertThat(LiteLlmCatalogue.looksLikeOne(text)).isFalse();
  }

  @Test
  void becomesABookOfWhatHasAPrice() throws Exception {
    String book = LiteLlmCatalogue.toBook(SAMPLE, "prices \\ \"mine\" \u00e4.json");

    assertThat(book).isEqualTo("""
        {
          "sources": {
            "litellm": "a catalogue of LiteLLM: prices \\\\ \\"mine\\" \\u00e4.json"
          },
          "entries": [
            {"id": "openai/gpt-x",
             "sources": ["litellm"],
             "prices": [
               {"usd_per_million_tokens": [
                 {"input": "2.50", "cache_read": "0.25", "output": "15.00"},
                 {"above_input_tokens": 272000, "input": "5.00"}]}]},
            {"id": "gcp.vertex_ai/claude-x@default",
             "sources": ["litellm"],
             "prices": [
               {"usd_per_million_tokens": [{"input": "3.00", "output": "15.00"}]}]},
            {"id": "azure.ai.openai/dall-e-x",
             "sources": ["litellm"],
             "prices": [
               {"usd_per_unit": [{"size": "1024x1792", "quality": "hd", "image": "0.12"}]}]},
            {"id": "dashscope/qwen-x",
             "sources": ["litellm"],
             "prices": [
               {"usd_per_million_tokens": [
                 {"input": "0.05", "output": "0.40"},
                 {"above_input_tokens": 256000, "input": "0.25", "output": "2.00"}]}]}
          ]
        }
        """);
    assertThat(PriceBook.parse(book, "book").size()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "{}",
        "{\"a\": 1}",
        "{\"gpt-x\": {\"litellm_provider\": \"openai\"}}"
      })
  void saysWhyItIsNone(String json) {
    assertThatThrownBy(() -> LiteLlmCatalogue.toBook(json, "mine.json"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("mine.json");
  }

  @Test
  void whateverHappensToItTheResultIsABookOrACatalogueException() throws IOException {
    Random random = new Random(20261128);
    int books = 0;
    for (int i = 0; i < 2_000; i++) {
      String mutated = mutated(random);
      LiteLlmCatalogue.looksLikeOne(mutated);
      try {
        PriceBook.parse(LiteLlmCatalogue.toBook(mutated, "mine.json"), "book");
        books++;
      } catch (CatalogueException e) {
        assertThat(e).hasMessageStartingWith("mine.json");
      }
    }
    assertThat(books).isBetween(200, 1_800);
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SAMPLE);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(4));
      String[] pieces = {
        "",
        "0",
        "9999",
        "e999999999",
        "-",
        "\"",
        "{",
        "]",
        ",",
        "null",
        "\\",
        "\u0000",
        "/",
        "_above_272k_tokens"
      };
      text.replace(at, end, pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }
}
