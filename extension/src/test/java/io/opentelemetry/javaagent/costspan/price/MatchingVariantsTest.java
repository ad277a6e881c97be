package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand around a model's id without making it another model. */
class MatchingVariantsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      one("openai/gpt-9"),
      one("openai/ft:gpt-9"),
      one("anthropic/claude-9"),
      one("gcp.gemini/gemini-9-pro"),
      one("gcp.vertex_ai/claude-9"),
      one("fireworks_ai/accounts/fireworks/models/llama-9"),
      BookText.pricesOf(
          "aws.bedrock/anthropic.claude-9-v1:0",
          "{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}],"
              + " \"region\": {\"us\": \"1.1\", \"eu\": \"1.2\"}}"),
      one("aws.bedrock/jp.anthropic.claude-9-v1:0"),
      one("aws.bedrock/amazon.nova-9-v1:0"));

  @ParameterizedTest
  @CsvSource({
    "openai, gpt-9, 1",
    "openai, GPT-9, 1",
    "openai, gpt-9-2026-11-21, 1",
    "openai, openai/gpt-9, 1",
    "openai, openai/gpt-9-2026-11-21, 1",
    "openai, anthropic/claude-9, 1",
    "anthropic, claude-9-20261121, 1",
    "openai, gemini/gemini-9-pro, 1",
    "openai, ft:gpt-9:acme:name:id, 1",
    "openai, ft:gpt-9-2026-11-21:acme::id, 1",
    "gcp.gemini, models/gemini-9-pro, 1",
    "gcp.vertex_ai, gemini-9-pro, 1",
    "gcp.vertex_ai, publishers/google/models/gemini-9-pro, 1",
    "gcp.vertex_ai, projects/p/locations/global/publishers/google/models/gemini-9-pro, 1",
    "gcp.vertex_ai, claude-9@20261121, 1",
    "azure.ai.openai, gpt-9-2026-11-21, 1",
    "fireworks_ai, accounts/fireworks/models/llama-9, 1",
    "aws.bedrock, anthropic.claude-9-v1:0, 1",
    "aws.bedrock, us.anthropic.claude-9-v1:0, 1.1",
    "aws.bedrock, eu.anthropic.claude-9-v1:0, 1.2",
    "aws.bedrock, global.anthropic.claude-9-v1:0, 1",
    "aws.bedrock, jp.anthropic.claude-9-v1:0, 1",
    "aws.bedrock, arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-9-v1:0, 1",
    "aws.bedrock, arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-9-v1:0, 1.1",
  })
  void isTheSameModel(String provider, String model, String usd) {
    assertThat(PricedCall.at(provider).responseModel(model).input(1_000_000).usdBy(BOOK))
        .isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, ft:gpt-10:acme::id, UNKNOWN_MODEL",
    "openai, groq/gpt-9, UNKNOWN_MODEL",
    "groq, openai/gpt-9, UNKNOWN_MODEL",
    "mistral_ai, openai/gpt-9, UNKNOWN_MODEL",
    "ollama, gpt-9, UNKNOWN_MODEL",
    "gcp.gemini, publishers/anthropic/models/claude-9, UNKNOWN_MODEL",
    "fireworks_ai, llama-9, UNKNOWN_MODEL",
    "aws.bedrock, xx.anthropic.claude-9-v1:0, UNKNOWN_MODEL",
    "aws.bedrock, arn:aws:bedrock:us-east-1:1:application-inference-profile/anthropic.claude-9-v1:0, UNKNOWN_MODEL",
    "aws.bedrock, apac.anthropic.claude-9-v1:0, NO_PRICE_FOR_UNIT",
    "aws.bedrock, us.amazon.nova-9-v1:0, NO_PRICE_FOR_UNIT",
  })
  void isNot(String provider, String model, UnpricedReason reason) {
    assertThat(PricedCall.at(provider).responseModel(model).input(1).reasonBy(BOOK))
        .isEqualTo(reason);
  }

  private static String one(String id) {
    return BookText.entry(id, "{\"input\": \"1.00\"}");
  }
}
