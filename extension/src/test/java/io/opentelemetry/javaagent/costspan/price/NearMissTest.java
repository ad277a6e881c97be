package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that look like those of models with a price, and are not: none has a neighbour's price. */
class NearMissTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  private static final String[] KNOWN = {
    "openai/gpt-4.1-mini",
    "openai/gpt-4o",
    "openai/gpt-5",
    "openai/gpt-5.4",
    "openai/gpt-5.6-sol",
    "openai/gpt-6.1-terra",
    "openai/o3-mini",
    "openai/o4-mini",
    "openai/text-embedding-3-small",
    "anthropic/claude-sonnet-5",
    "anthropic/claude-sonnet-5-5",
    "anthropic/claude-opus-4-6",
    "anthropic/claude-haiku-4-5",
    "anthropic/claude-3-7-sonnet",
    "anthropic/claude-fable-5-2",
    "aws.bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0",
    "aws.bedrock/amazon.nova-pro-v1:0",
    "aws.bedrock/us.amazon.nova-lite-v1:0",
    "azure.ai.openai/gpt-4o",
    "gcp.gemini/gemini-2.5-flash",
    "gcp.gemini/gemini-3.5-flash",
    "gcp.vertex_ai/gemini-2.5-pro",
    "mistral_ai/mistral-large-2512",
    "deepseek/deepseek-v4-pro",
    "x_ai/grok-4.7",
    "cohere/command-r-plus-08-2024",
    "groq/llama-3.3-70b-versatile",
    "moonshot_ai/kimi-k2-0905-preview",
    "perplexity/sonar-pro",
  };

  /** Hand-picked: the next version, another size, a vendor's twin, a name of one's own. */
  private static final String[] MADE_UP = {
    "openai/gpt-7",
    "openai/gpt-4.2",
    "openai/gpt-5.6",
    "openai/gpt-5.7-sol",
    "openai/gpt-4.1-micro",
    "openai/gpt-4o-ultra",
    "openai/gpt-5-mini-high",
    "openai/o3-mini-high",
    "openai/o5",
    "openai/o9-pro",
    "openai/chatgpt-5",
    "openai/gpt-oss-20b",
    "openai/gpt-oss:120b",
    "openai/openai/gpt-oss-120b",
    "openai/llama-3.3-70b-instruct",
    "openai/mistral-7b-instruct",
    "openai/deepseek-r1:8b",
    "openai/qwen3:32b",
    "openai/claude-sonnet-5",
    "openai/gemini-2.5-flash",
    "openai/my-gpt-4o",
    "openai/gpt-4o-finetuned",
    "openai/ft:gpt-5:acme::x1",
    "openai/ft:gpt-6.1-sol:acme::x1",
    "openai/ft:claude-sonnet-5:acme::x1",
    "openai/text-embedding-4-small",
    "openai/whisper-9",
    "openai/azure/my-deployment",
    "openai/groq/gpt-4o",
    "openai/mistral/gpt-4o",
    "anthropic/claude-sonnet-6",
    "anthropic/claude-sonnet-5-6",
    "anthropic/claude-sonnet-5.5.1",
    "anthropic/claude-opus-9",
    "anthropic/claude-3-9-sonnet",
    "anthropic/claude-sonnet",
    "anthropic/claude",
    "anthropic/sonnet-5",
    "anthropic/gpt-4o",
    "anthropic/claude-instant-9",
    "aws.bedrock/claude-sonnet-5",
    "aws.bedrock/gpt-4o",
    "aws.bedrock/us.anthropic.claude-sonnet-9",
    "aws.bedrock/xx.anthropic.claude-sonnet-4-5-20250929-v1:0",
    "aws.bedrock/arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123",
    "aws.bedrock/arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/amazon.nova-pro-v1:0",
    "azure.ai.openai/prod-chat",
    "azure.ai.openai/gpt-4o-deployment",
    "gcp.gemini/gemini-9-pro",
    "gcp.gemini/gemini-2.5",
    "gcp.gemini/claude-sonnet-5",
    "gcp.vertex_ai/gpt-4o",
    "gcp.vertex_ai/gemini-9-flash",
    "mistral_ai/mistral-huge",
    "mistral_ai/gpt-4o",
    "deepseek/deepseek-v9",
    "deepseek/gpt-4o",
    "x_ai/grok-9",
    "x_ai/grok",
    "cohere/command-z",
    "groq/gpt-4o",
    "perplexity/sonar-ultra",
    "ollama/gpt-4o",
    "ollama/llama3.3",
    "ollama/gpt-oss:20b",
    "vllm/gpt-4o",
    "vllm/meta-llama/Llama-3.3-70B-Instruct",
    "llama_cpp/gpt-4o-mini",
  };

  @ParameterizedTest
  @MethodSource("nearMisses")
  void hasNoPrice(String provider, String model) {
    UnpricedReason reason =
        PricedCall.at(provider).responseModel(model).input(1).output(1).reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
  }

  @Test
  void thereAreHundredsOfThemAtTenProviders() {
    assertThat(nearMisses()).hasSizeGreaterThan(400);
    assertThat(nearMisses().map(miss -> miss[0]).distinct()).hasSizeGreaterThan(10);
  }

  static Stream<Object[]> nearMisses() {
    return Stream.concat(Stream.of(MADE_UP), Stream.of(KNOWN).flatMap(NearMissTest::around))
        .distinct()
        .map(id ->
            new Object[] {id.substring(0, id.indexOf('/')), id.substring(id.indexOf('/') + 1)})
        .filter(miss -> !isSold((String) miss[0], (String) miss[1]));
  }

  /** A near miss that some provider really sells under this name is no miss. */
  private static boolean isSold(String provider, String model) {
    Set<String> providers = BOOK.providersOf(model);
    return providers.contains(provider)
        || provider.equals("azure.ai.openai") && providers.contains("openai")
        || provider.equals("gcp.vertex_ai") && providers.contains("gcp.gemini");
  }

  private static Stream<String> around(String id) {
    Set<String> around = new LinkedHashSet<>();
    int start = id.indexOf('/') + 1;
    for (String suffix : new String[] {
      "-pro",
      "-mini",
      "-max",
      "-next",
      "-fast",
      "-preview-1",
      "-v2",
      "-v2:0",
      "x",
      "-",
      ".1",
      "-latest-2",
      "-2026-13-01",
      "-20261301",
      "-2026",
      ":free",
      "-instruct",
      " ",
      "/",
      "@latest"
    }) {
      around.add(id + suffix);
    }
    for (int i = start; i < id.length(); i++) {
      char c = id.charAt(i);
      if (Character.isDigit(c)) {
        around.add(id.substring(0, i) + (char) (c == '9' ? '7' : c + 1) + id.substring(i + 1));
      }
      if (c == '-' && i > start) {
        around.add(id.substring(0, i));
        around.add(id.substring(0, i) + id.substring(i + 1));
      }
    }
    around.add(id.substring(0, id.length() - 1));
    around.add(id.substring(0, start) + id.substring(start + 1));
    around.add(id.substring(0, start) + id.charAt(start) + id.substring(start));
    around.add(id.substring(0, start) + "my-" + id.substring(start));
    return around.stream();
  }
}
