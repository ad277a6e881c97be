package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What we call those whom others call by other names: {@code gen_ai.provider.name}. */
final class Providers {

  private static final Map<String, String> NAMES = names();

  /** Subscriptions, plans that nobody can read, tools, local models, and prices turned from CNY. */
  private static final Set<String> LEFT_OUT = new HashSet<>(Arrays.asList(
      "github_copilot",
      "cursor",
      "chatgpt",
      "lemonade",
      "ollama",
      "sagemaker",
      "text_completion_codestral",
      "codestral",
      "zhipuai",
      "minimax_cn",
      "moonshotai_cn"));

  private Providers() {}

  /** Our name; null for one whose prices are nothing that a call can be billed by. */
  static @Nullable String of(String theirs) {
    String name = theirs.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    if (LEFT_OUT.contains(name)) {
      return null;
    }
    if (name.startsWith("vertex_ai")) {
      return "gcp.vertex_ai";
    }
    return NAMES.getOrDefault(name, name);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    names.put("text_completion_openai", "openai");
    put(names, "azure.ai.openai", "azure", "azure_text");
    names.put("azure_ai", "azure.ai.inference");
    put(
        names,
        "aws.bedrock",
        "aws",
        "bedrock",
        "bedrock_converse",
        "bedrock_mantle",
        "amazon_bedrock");
    put(names, "gcp.gemini", "google", "gemini");
    names.put("google_vertex", "gcp.vertex_ai");
    names.put("mistral", "mistral_ai");
    names.put("cohere_chat", "cohere");
    put(names, "x_ai", "xai", "x_ai");
    put(names, "moonshot_ai", "moonshot", "moonshotai");
    names.put("together", "together_ai");
    put(names, "fireworks_ai", "fireworks", "fireworks_ai_embedding_models");
    put(names, "voyage_ai", "voyage", "voyageai");
    names.put("zai", "z_ai");
    names.put("cloudflare_workers_ai", "cloudflare");
    names.put("text_completion_inception", "inception");
    return names;
  }

  private static void put(Map<String, String> names, String ours, String... theirs) {
    for (String name : theirs) {
      names.put(name, ours);
    }
  }
}
