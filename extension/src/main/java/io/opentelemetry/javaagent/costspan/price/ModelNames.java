package io.opentelemetry.javaagent.costspan.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole ids under which a model may stand in a book, the most exact first. Each step removes
 * something that is known not to be part of the model's name; nothing is ever matched by a prefix:
 * {@code claude-sonnet-5-5} is not {@code claude-sonnet-5}.
 */
final class ModelNames {

  private static final String BEDROCK = "aws.bedrock";
  private static final String FINE_TUNE = "ft:";

  /** Inference profiles of Bedrock that serve a model from some part of the world. */
  private static final Set<String> PROFILES = new HashSet<>(
      Arrays.asList("us", "eu", "jp", "au", "apac", "ca", "us-gov", "sa", "me", "global"));

  /** Whose prices hold for a model that a provider sells at somebody else's list (2026-11-21). */
  private static final Map<String, List<String>> LIST_PRICES_OF = listPricesOf();

  /** What gateways write before a model, and the provider that it means. */
  private static final Map<String, String> PREFIXES = prefixes();

  private ModelNames() {}

  /** All candidates; the first that a book has is the one. */
  static List<ModelName> of(String provider, String model) {
    List<ModelName> names = new ArrayList<>();
    addAll(names, provider, model, "exact id");
    for (String seller : LIST_PRICES_OF.getOrDefault(provider, Collections.emptyList())) {
      addAll(names, seller, unwrapped(provider, model), "list price of " + seller);
    }
    addOtherProvider(names, provider, model);
    return names;
  }

  /**
   * Who is paid for a model of that provider's list: whom the call went to, when it sells at the
   * list, else the list's provider, whom a gateway names before the model.
   */
  static String seller(String calledProvider, String listedBy) {
    List<String> lists = LIST_PRICES_OF.get(calledProvider);
    return lists != null && lists.contains(listedBy) ? calledProvider : listedBy;
  }

  private static void addAll(List<ModelName> names, String provider, String model, String how) {
    add(names, provider, model, null, how);
    String bare = unwrapped(provider, model);
    String by = bare.equals(model) ? how : how(how, "without its prefix");
    addWithSnapshot(names, provider, bare, null, by);
    if (provider.equals(BEDROCK)) {
      addOfProfile(names, bare, by);
    }
    if (bare.startsWith(FINE_TUNE)) {
      addFineTune(names, provider, bare, by);
    }
  }

  private static void addWithSnapshot(
      List<ModelName> names, String provider, String model, @Nullable String region, String how) {
    add(names, provider, model, region, how);
    String base = SnapshotDate.cutFrom(model);
    // A listed id may be a snapshot itself; there are no snapshots of snapshots.
    if (base != null && SnapshotDate.cutFrom(base) == null) {
      add(names, provider, base, region, how(how, "dated snapshot"));
    }
    String lower = model.toLowerCase(Locale.ROOT);
    if (!lower.equals(model)) {
      addWithSnapshot(names, provider, lower, region, how(how, "in lower case"));
    }
  }

  /** {@code us.anthropic.claude…}: the base model, served from that part of the world. */
  private static void addOfProfile(List<ModelName> names, String model, String how) {
    int dot = model.indexOf('.');
    String profile = dot < 0 ? "" : model.substring(0, dot);
    if (PROFILES.contains(profile)) {
      addWithSnapshot(
          names, BEDROCK, model.substring(dot + 1), profile, how(how, "profile " + profile));
    }
  }

  /** {@code ft:base:org:name:id} costs what the book has for {@code ft:base}, never what base does. */
  private static void addFineTune(
      List<ModelName> names, String provider, String model, String how) {
    int end = model.indexOf(':', FINE_TUNE.length());
    String base = end < 0 ? model : model.substring(0, end);
    addWithSnapshot(names, provider, base, null, how(how, "fine-tune"));
  }

  /** A gateway that speaks OpenAI's or Anthropic's format says in front of the model whose it is. */
  private static void addOtherProvider(List<ModelName> names, String provider, String model) {
    int slash = model.indexOf('/');
    if (slash > 0 && (provider.equals("openai") || provider.equals("anthropic"))) {
      String other = PREFIXES.get(model.substring(0, slash));
      if (other != null && !other.equals(provider)) {
        addAll(names, other, model.substring(slash + 1), "provider prefix");
      }
    }
  }

  /** The id without what stands around it: an ARN, a resource path, the provider's own prefix. */
  private static String unwrapped(String provider, String model) {
    if (provider.equals(BEDROCK) && model.startsWith("arn:")) {
      // What an application's own profile stands for, its ARN does not say.
      return model.contains(":application-inference-profile/")
          ? model
          : model.substring(model.lastIndexOf('/') + 1);
    }
    int models = model.lastIndexOf("models/");
    if (models == 0 || (models > 0 && isOfPublisher(provider, model, models))) {
      return model.substring(models + "models/".length());
    }
    int slash = model.indexOf('/');
    return slash > 0 && provider.equals(PREFIXES.get(model.substring(0, slash)))
        ? model.substring(slash + 1)
        : model;
  }

  /** Without a publisher in its path, a model is one's own, whatever its name. */
  private static boolean isOfPublisher(String provider, String model, int models) {
    int publisher = model.lastIndexOf('/', models - 2);
    return provider.startsWith("gcp.")
        && model.charAt(models - 1) == '/'
        && model.substring(0, Math.max(0, publisher)).endsWith("publishers");
  }

  private static void add(
      List<ModelName> names, String provider, String model, @Nullable String region, String how) {
    names.add(new ModelName(provider, model, region, how));
  }

  private static String how(String first, String then) {
    return first.equals("exact id") ? then : first + ", " + then;
  }

  private static Map<String, List<String>> listPricesOf() {
    Map<String, List<String>> sellers = new HashMap<>();
    // Global standard deployments; data zones and regions cost 10 to 20 % more, which no response
    // shows: an alias says so.
    sellers.put("azure.ai.openai", Collections.singletonList("openai"));
    sellers.put("gcp.vertex_ai", Arrays.asList("gcp.gemini", "anthropic"));
    return sellers;
  }

  private static Map<String, String> prefixes() {
    Map<String, String> prefixes = new HashMap<>();
    prefixes.put("openai", "openai");
    prefixes.put("anthropic", "anthropic");
    prefixes.put("azure", "azure.ai.openai");
    prefixes.put("bedrock", BEDROCK);
    prefixes.put("gemini", "gcp.gemini");
    prefixes.put("vertex_ai", "gcp.vertex_ai");
    prefixes.put("mistral", "mistral_ai");
    prefixes.put("cohere", "cohere");
    prefixes.put("deepseek", "deepseek");
    prefixes.put("xai", "x_ai");
    prefixes.put("x-ai", "x_ai");
    prefixes.put("groq", "groq");
    prefixes.put("perplexity", "perplexity");
    prefixes.put("moonshot", "moonshot_ai");
    prefixes.put("openrouter", "openrouter");
    prefixes.put("together_ai", "together_ai");
    prefixes.put("fireworks_ai", "fireworks_ai");
    return prefixes;
  }
}
