package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand around a model's id without making it another model. */
class MatchingVariantsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      "{\"id\": \"openai/gpt-9\", \"aliases\": [\"gpt-nine\"],"
          + " \"prices\": [{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}]}]}",
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
    "gcp.vertex_ai, publishers/anthropic/models/claude-9, 1",
    "gcp.vertex_ai, models/gemini-9-pro, 1",
    "openai, ft:gpt-9, 1",
    "openai, gpt-nine-2026-11-21, 1",
    "aws.bedrock, jp.anthropic.claude-9-v1:0, 1",
    "aws.bedrock, global.amazon.nova-9-v1:0, 1",
    "aws.bedrock, arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-9-v1:0, 1",
    "aws.bedrock, arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-9-v1:0, 1.2",
    "aws.bedrock, arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.amazon.nova-9-v1:0, 1",
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
    "openai, ft:gpt-9-mini:acme::id, UNKNOWN_MODEL",
    "openai, ft:gpt-nine:acme::id, UNKNOWN_MODEL",
    "azure.ai.openai, gpt-9-2026-11-21.ft-0123456789abcdef, UNKNOWN_MODEL",
    "anthropic, ft:claude-9:acme::id, UNKNOWN_MODEL",
    "gcp.gemini, tunedModels/gemini-9-pro, UNKNOWN_MODEL",
    "gcp.vertex_ai, publishers/openai/models/gpt-9, UNKNOWN_MODEL",
    "gcp.vertex_ai, projects/p/locations/us-central1/endpoints/123, UNKNOWN_MODEL",
    "gcp.vertex_ai, claude-9@20261321, UNKNOWN_MODEL",
    "gcp.vertex_ai, claude-9@default, UNKNOWN_MODEL",
    "aws.bedrock, us.us.anthropic.claude-9-v1:0, UNKNOWN_MODEL",
    "aws.bedrock, anthropic.claude-9-v1:0:200k, UNKNOWN_MODEL",
    "aws.bedrock, anthropic.claude-9-v2:0, UNKNOWN_MODEL",
    "aws.bedrock, anthropic.claude-9, UNKNOWN_MODEL",
    "aws.bedrock, claude-9-v1:0, UNKNOWN_MODEL",
    "aws.bedrock, arn:aws:bedrock:us-east-1:1:custom-model/amazon.nova-9-v1:0/abc123, UNKNOWN_MODEL",
    "aws.bedrock, arn:aws:bedrock:us-east-1:1:provisioned-model/abc123, UNKNOWN_MODEL",
    "openai, arn:aws:bedrock:us-east-1::foundation-model/gpt-9, UNKNOWN_MODEL",
    "ollama, gpt-oss:20b, UNKNOWN_MODEL",
    "vllm, openai/gpt-9, UNKNOWN_MODEL",
    "aws.bedrock, xx.anthropic.claude-9-v1:0, UNKNOWN_MODEL",
    "aws.bedrock, arn:aws:bedrock:us-east-1:1:application-inference-profile/anthropic.claude-9-v1:0, UNKNOWN_MODEL",
    "aws.bedrock, apac.anthropic.claude-9-v1:0, NO_PRICE_FOR_UNIT",
    "aws.bedrock, us.amazon.nova-9-v1:0, NO_PRICE_FOR_UNIT",
  })
  void isNot(String provider, String model, UnpricedReason reason) {
    assertThat(PricedCall.at(provider).responseModel(model).input(1).reasonBy(BOOK))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, gpt-9",
    "openai, GPT-9",
    "openai, gpt-9-2026-11-21",
    "openai, gpt-9-20261121",
    "openai, openai/gpt-9",
    "openai, gpt-nine",
    "openai, gpt-nine-2026-11-21",
    "azure.ai.openai, gpt-9-2026-11-21",
    "anthropic, openai/gpt-9",
  })
  void anUpperBooksEntryTakesOverAllNamesOfTheLowers(String provider, String model) {
    PriceBook book = BOOK.overlaidWith(
        BookText.ofEntries(BookText.entry("openai/gpt-9", "{\"input\": \"7.00\"}")));

    assertThat(PricedCall.at(provider).responseModel(model).input(1_000_000).usdBy(book))
        .isEqualByComparingTo("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-9", "gpt-9-2026-11-21", "openai/gpt-9", "house-9"})
  void anUpperBooksAliasTakesThatNameAndItsSnapshots(String model) {
    PriceBook book = BOOK.overlaidWith(aliased("openai/house-9", "gpt-9"));

    assertThat(PricedCall.openai(model).input(1).costBy(book).entry()).isEqualTo("openai/house-9");
    assertThat(PricedCall.openai("gpt-nine").input(1).costBy(book).entry())
        .isEqualTo("openai/gpt-9");
  }

  /** What an application's own profile stands for only its owner can say. */
  @Test
  void anAliasSaysWhatAnApplicationsProfileStandsFor() throws IOException {
    String arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123";
    PriceBook own = BookText.parse("{\"aliases\": [{\"id\": \"aws.bedrock/" + arn
        + "\", \"as\": \"aws.bedrock/us.anthropic.claude-9-v1:0\"}]}");

    Cost cost = PricedCall.at("aws.bedrock")
        .requestModel(arn)
        .input(1_000_000)
        .costBy(BOOK.overlaidWith(own));

    assertThat(cost.usd()).isEqualByComparingTo("1.1");
  }

  private static PriceBook aliased(String id, String alias) {
    return BookText.ofEntries("{\"id\": \"" + id + "\", \"aliases\": [\"" + alias
        + "\"], \"prices\": [{\"usd_per_million_tokens\": [{\"input\": \"7.00\"}]}]}");
  }

  private static String one(String id) {
    return BookText.entry(id, "{\"input\": \"1.00\"}");
  }
}
