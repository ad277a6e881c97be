package io.costspan.testbed.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider's own prices, written down by hand and on purpose not taken from the product's price
 * book, so that the two can disagree.
 *
 * <p>Sources, which agree on every figure here: genai-prices 0.1.8 (2026-09-23), pi-ai 1.5.2
 * (2026-11-10); tiers, one-hour writes and what Azure sells under its own name from LiteLLM
 * (2026-08-01), tiers and one-hour writes from Langfuse (2026-08-22) too.
 */
final class PriceList {
  /** Ten per cent above the list, as every profile of a region. */
  private static final Rates US_CLAUDE_SONNET =
      Rates.anthropic("3.30", "0.33", "4.125", "6.60", "16.50");

  private static final Map<String, Rates> USD_PER_MILLION = Map.ofEntries(
      Map.entry("gpt-4.1-mini/default", Rates.openAi("0.40", "0.10", "1.60")),
      Map.entry("gpt-4.1-mini/priority", Rates.openAi("0.70", "0.175", "2.80")),
      Map.entry("gpt-4.1-mini/batch", Rates.openAi("0.20", "0.05", "0.80")),
      Map.entry("gpt-5-mini/batch", Rates.openAi("0.125", "0.0125", "1.00")),
      Map.entry("text-embedding-3-small/batch", Rates.openAi("0.01", "0.01", "0")),
      Map.entry(
          "claude-sonnet-4-5/batch", Rates.anthropic("1.50", "0.15", "1.875", "3.00", "7.50")),
      Map.entry("claude-haiku-4-5/batch", Rates.anthropic("0.50", "0.05", "0.625", "1.00", "2.50")),
      Map.entry("gpt-4o-mini/default", Rates.openAi("0.15", "0.075", "0.60")),
      // A deployment of it.
      Map.entry("team-small/default", Rates.openAi("0.15", "0.075", "0.60")),
      Map.entry("gpt-4o-mini/priority", Rates.openAi("0.25", "0.125", "1.00")),
      Map.entry("gpt-5-mini/default", Rates.openAi("0.25", "0.025", "2.00")),
      Map.entry("gpt-5-mini/flex", Rates.openAi("0.125", "0.0125", "1.00")),
      Map.entry("gpt-5-mini/priority", Rates.openAi("0.45", "0.045", "3.60")),
      Map.entry("text-embedding-3-small/default", Rates.openAi("0.02", "0.02", "0")),
      Map.entry("Phi-4/default", Rates.openAi("0.125", "0.125", "0.50")),
      Map.entry("Llama-3.3-70B-Instruct/default", Rates.openAi("0.71", "0.71", "0.71")),
      Map.entry("deepseek-r1/default", Rates.openAi("1.35", "1.35", "5.40")),
      Map.entry("embed-v-4-0/default", Rates.openAi("0.12", "0.12", "0")),
      Map.entry(
          "claude-sonnet-4-5/standard", Rates.anthropic("3.00", "0.30", "3.75", "6.00", "15.00")),
      Map.entry(
          "claude-haiku-4-5/standard", Rates.anthropic("1.00", "0.10", "1.25", "2.00", "5.00")),
      Map.entry("gemini-2.5-flash/standard", Rates.openAi("0.30", "0.03", "2.50")),
      Map.entry("gemini-2.5-flash-lite/standard", Rates.openAi("0.10", "0.01", "0.40")),
      Map.entry("gemini-embedding-001/standard", Rates.openAi("0.15", "0.15", "0")),
      Map.entry("command-a-03-2025/default", Rates.openAi("2.50", "2.50", "10.00")),
      Map.entry("command-r7b-12-2024/default", Rates.openAi("0.0375", "0.0375", "0.15")),
      Map.entry("embed-v4.0/default", Rates.openAi("0.12", "0.12", "0")),
      // Singapore's, of LiteLLM alone.
      Map.entry("qwen3.7-max/default", Rates.openAi("2.50", "0.50", "7.50")),
      Map.entry("qwen-turbo/default", Rates.openAi("0.05", "0.05", "0.20")),
      Map.entry("qwen-max/default", Rates.openAi("1.60", "1.60", "6.40")),
      Map.entry("us.anthropic.claude-sonnet-4-5-20250929-v1:0/default", US_CLAUDE_SONNET),
      Map.entry(
          "arn:aws:bedrock:us-east-1:123456789012:inference-profile/"
              + "us.anthropic.claude-sonnet-4-5-20250929-v1:0/default",
          US_CLAUDE_SONNET),
      Map.entry("amazon.nova-lite-v1:0/default", Rates.openAi("0.06", "0.015", "0.24")),
      Map.entry("mistral.mistral-7b-instruct-v0:2/default", Rates.openAi("0.15", "0.15", "0.20")),
      Map.entry("amazon.titan-embed-text-v2:0/default", Rates.openAi("0.02", "0.02", "0")));

  private PriceList() {}

  /** Null when this provider has no such model: it answers all the same, at no known price. */
  static @Nullable Rates rates(String requestModel, String servedTier) {
    return USD_PER_MILLION.get(requestModel + "/" + servedTier);
  }
}
