package io.opentelemetry.javaagent.costspan.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which provider a host stands for, in the conventions' names where they have one. What an SDK is
 * called says little: half of the market speaks OpenAI's format.
 */
public final class ProviderHosts {

  /** The port that Ollama listens on unless told otherwise; no other server is known to. */
  private static final int OLLAMA_PORT = 11434;

  private static final String OPENAI_RESIDENCY = ".api.openai.com";
  private static final String VERTEX_REGION = "-aiplatform.googleapis.com";

  private static final String OLLAMA_AUTHORITY_END = ":" + OLLAMA_PORT;

  private static final Map<String, String> BY_DOMAIN = byDomain();
  private static final String[] DOMAINS = BY_DOMAIN.keySet().toArray(new String[0]);

  private ProviderHosts() {}

  /**
   * Value of {@code gen_ai.provider.name}, or null for an endpoint that tells nothing.
   *
   * @param port -1 when the URL names none
   */
  public static @Nullable String providerOf(String host, int port) {
    String provider = providerOf(host, 0, host.length());
    return provider == null && port == OLLAMA_PORT ? "ollama" : provider;
  }

  /** Whether a URL's host is one that {@link #providerOf(String, int)} knows. Allocates nothing. */
  static boolean isKnown(String url) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && "/:?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return start >= 3
        && (url.startsWith(OLLAMA_AUTHORITY_END, end) || providerOf(url, start, end) != null);
  }

  /** The provider of the host that stands there in a text, in any case. Allocates nothing. */
  private static @Nullable String providerOf(String text, int start, int end) {
    if (text.regionMatches(true, start, "bedrock", 0, "bedrock".length())
        && endsWith(text, start, end, ".amazonaws.com")) {
      return "aws.bedrock";
    }
    for (int i = 0; i < DOMAINS.length; i++) {
      if (isWithin(text, start, end, DOMAINS[i])) {
        return BY_DOMAIN.get(DOMAINS[i]);
      }
    }
    return null;
  }

  private static boolean isWithin(String text, int start, int end, String domain) {
    int before = end - domain.length() - 1;
    return endsWith(text, start, end, domain)
        && (before < start || text.charAt(before) == '.' || domain.charAt(0) == '-');
  }

  private static boolean endsWith(String text, int start, int end, String domain) {
    int from = end - domain.length();
    return from >= start && text.regionMatches(true, from, domain, 0, domain.length());
  }

  /**
   * The region that a host promises to serve from, or null. OpenAI's residency hosts ({@code
   * eu.api.openai.com}) and Vertex's regional endpoints ({@code europe-west1-aiplatform…}) bill more
   * for some models, and nothing in the response says so.
   */
  public static @Nullable String regionOf(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    String residency = before(OPENAI_RESIDENCY, name);
    return residency == null ? before(VERTEX_REGION, name) : residency;
  }

  private static @Nullable String before(String domain, String host) {
    int end = host.length() - domain.length();
    return end > 0 && host.endsWith(domain) ? host.substring(0, end) : null;
  }

  private static Map<String, String> byDomain() {
    Map<String, String> hosts = new LinkedHashMap<>();
    hosts.put("api.openai.com", "openai");
    hosts.put("openai.azure.com", "azure.ai.openai");
    hosts.put("cognitiveservices.azure.com", "azure.ai.openai");
    hosts.put("services.ai.azure.com", "azure.ai.inference");
    hosts.put("models.inference.ai.azure.com", "azure.ai.inference");
    hosts.put("api.anthropic.com", "anthropic");
    hosts.put("generativelanguage.googleapis.com", "gcp.gemini");
    hosts.put("aiplatform.googleapis.com", "gcp.vertex_ai");
    hosts.put("-aiplatform.googleapis.com", "gcp.vertex_ai");
    hosts.put("api.deepseek.com", "deepseek");
    hosts.put("api.x.ai", "x_ai");
    hosts.put("api.groq.com", "groq");
    hosts.put("api.mistral.ai", "mistral_ai");
    hosts.put("api.perplexity.ai", "perplexity");
    hosts.put("api.cohere.com", "cohere");
    hosts.put("api.cohere.ai", "cohere");
    hosts.put("api.moonshot.ai", "moonshot_ai");
    hosts.put("openrouter.ai", "openrouter");
    hosts.put("api.together.xyz", "together_ai");
    hosts.put("api.fireworks.ai", "fireworks_ai");
    // Each region has a price list of its own, and Beijing's is in CNY.
    hosts.put("dashscope-intl.aliyuncs.com", "dashscope");
    hosts.put("ap-southeast-1.maas.aliyuncs.com", "dashscope");
    hosts.put("dashscope-us.aliyuncs.com", "dashscope_us");
    hosts.put("dashscope.aliyuncs.com", "dashscope_cn");
    return hosts;
  }
}
