package io.costspan.smoke;

import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The applications that run all scenarios, each with one version of one SDK. */
enum App {
  OPENAI_OLDEST(
      "openai-oldest",
      Vendor.OPENAI,
      Feature.usualAnd(Feature.USAGE_ON_REQUEST, Feature.EMBEDDINGS, Feature.SERVICE_TIERS)),
  OPENAI_NEWEST(
      "openai-newest",
      Vendor.OPENAI,
      EnumSet.complementOf(
          EnumSet.of(Feature.CACHE_WRITES, Feature.FIXED_RETRIES, Feature.LATE_SPANS))),
  ANTHROPIC_OLDEST(
      "anthropic-oldest",
      Vendor.ANTHROPIC,
      Feature.usualAnd(Feature.RAW_RESPONSES, Feature.CACHE_WRITES)),
  ANTHROPIC_NEWEST(
      "anthropic-newest",
      Vendor.ANTHROPIC,
      Feature.usualAnd(
          Feature.RAW_RESPONSES,
          Feature.CACHE_WRITES,
          Feature.WITH_OPTIONS,
          Feature.STRUCTURED_OUTPUT)),
  GENAI_OLDEST(
      "genai-oldest",
      Vendor.VERTEX,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.ASYNC_STREAMS,
          Feature.READING_EVENT_BY_EVENT,
          Feature.REASONING,
          Feature.CACHED_READS,
          Feature.EMBEDDINGS)),
  GENAI_NEWEST("genai-newest", Vendor.GEMINI, Feature.usualAnd(Feature.EMBEDDINGS)),
  OKHTTP_OLDEST(
      "okhttp-oldest", Vendor.OPENAI, homeMade(), Map.of("endpoints", "127.0.0.1=openai")),
  OKHTTP_NEWEST(
      "okhttp-newest", Vendor.OPENAI, homeMade(), Map.of("endpoints", "127.0.0.1=openai")),
  COHERE_OLDEST(
      "cohere-oldest",
      Vendor.COHERE,
      EnumSet.of(Feature.RETRIES, Feature.FIXED_RETRIES, Feature.EMBEDDINGS),
      Map.of("endpoints", "127.0.0.1=cohere")),
  COHERE_NEWEST(
      "cohere-newest",
      Vendor.COHERE,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.ASYNC_STREAMS,
          Feature.READING_EVENT_BY_EVENT,
          Feature.RETRIES,
          Feature.EMBEDDINGS),
      Map.of("endpoints", "127.0.0.1=cohere")),
  DASHSCOPE(
      "dashscope",
      Vendor.DASHSCOPE,
      EnumSet.of(Feature.ASYNC, Feature.ASYNC_STREAMS, Feature.REASONING, Feature.CACHED_READS)),
  AZURE_OPENAI_OLDEST(
      "azure-openai-oldest", Vendor.AZURE_OPENAI, Feature.usualAnd(Feature.EMBEDDINGS)),
  AZURE_OPENAI(
      "azure-openai",
      Vendor.AZURE_OPENAI,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.ASYNC_STREAMS,
          Feature.RETRIES,
          Feature.CANCELLATION,
          Feature.REASONING,
          Feature.CACHED_READS,
          Feature.EMBEDDINGS)),
  AZURE_INFERENCE(
      "azure-inference",
      Vendor.AZURE_INFERENCE,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.RETRIES,
          Feature.CANCELLATION,
          Feature.REASONING,
          Feature.EMBEDDINGS)),
  BEDROCK_OLDEST(
      "bedrock-oldest",
      Vendor.BEDROCK_INVOKE,
      Feature.usualAnd(Feature.EMBEDDINGS, Feature.CACHE_WRITES)),
  BEDROCK_NEWEST(
      "bedrock-newest",
      Vendor.BEDROCK,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.ASYNC_STREAMS,
          Feature.READING_EVENT_BY_EVENT,
          Feature.RETRIES,
          Feature.CANCELLATION,
          Feature.CACHED_READS,
          Feature.CACHE_WRITES,
          Feature.RESPONSES,
          Feature.EMBEDDINGS)),
  JDK_CLIENT(
      "jdk-client",
      Vendor.OPENAI,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.ASYNC_STREAMS,
          Feature.READING_EVENT_BY_EVENT,
          Feature.CANCELLATION,
          Feature.REASONING,
          Feature.CACHED_READS,
          Feature.SERVICE_TIERS,
          Feature.EMBEDDINGS)),
  APACHE5_OLDEST("apache5-oldest", Vendor.OPENAI, apache5()),
  APACHE5_NEWEST("apache5-newest", Vendor.OPENAI, apache5(Feature.RETRIES)),
  OLLAMA4J(
      "ollama4j",
      Vendor.OLLAMA,
      EnumSet.of(Feature.ASYNC_STREAMS, Feature.EMBEDDINGS),
      Map.of("endpoints", "127.0.0.1=ollama")),
  LANGCHAIN4J_OLDEST("langchain4j-oldest", Vendor.OPENAI, langChain4j()),
  LANGCHAIN4J_NEWEST("langchain4j-newest", Vendor.OPENAI, langChain4j()),
  WEBCLIENT_OLDEST(
      "webclient-oldest", Vendor.OPENAI, webClient(), Map.of("endpoints", "127.0.0.1=openai")),
  WEBCLIENT_NEWEST(
      "webclient-newest", Vendor.OPENAI, webClient(), Map.of("endpoints", "127.0.0.1=openai"));

  private final String directory;
  private final Vendor vendor;
  private final Set<Feature> features;
  private final Map<String, String> settings;

  App(String directory, Vendor vendor, Set<Feature> features) {
    this(directory, vendor, features, Map.of());
  }

  /**
   * @param settings of Costspan, by their names without the prefix
   */
  App(String directory, Vendor vendor, Set<Feature> features, Map<String, String> settings) {
    this.directory = directory;
    this.vendor = vendor;
    this.features = features;
    this.settings = settings;
  }

  private static Set<Feature> langChain4j() {
    return EnumSet.of(
        Feature.ASYNC_STREAMS,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.SERVICE_TIERS,
        Feature.EMBEDDINGS);
  }

  private static Set<Feature> webClient() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.LATE_SPANS,
        Feature.CANCELLATION,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.SERVICE_TIERS,
        Feature.RESPONSES,
        Feature.EMBEDDINGS);
  }

  private static Set<Feature> apache5(Feature... more) {
    Set<Feature> features = EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.READING_EVENT_BY_EVENT,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.RAW_RESPONSES,
        Feature.SERVICE_TIERS,
        Feature.EMBEDDINGS);
    features.addAll(List.of(more));
    return features;
  }

  Path classPath() {
    return Artifacts.app(directory).resolve("target/app");
  }

  /** {@code Main} in a package that is called as the directory begins. */
  String mainClass() {
    int end = directory.indexOf('-');
    return "io.costspan.smoke." + (end < 0 ? directory : directory.substring(0, end)) + ".Main";
  }

  /** Whether no newer version of the same client is another application. */
  boolean isNewest() {
    return !directory.endsWith("-oldest");
  }

  Vendor vendor() {
    return vendor;
  }

  /** Whether the agent has one span for all attempts at a call. */
  boolean hasOneTransportSpan() {
    return vendor == Vendor.BEDROCK
        || vendor == Vendor.BEDROCK_INVOKE
        || this == APACHE5_OLDEST
        || this == APACHE5_NEWEST;
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  Map<String, String> settings() {
    return settings;
  }

  private static Set<Feature> homeMade() {
    return Feature.usualAnd(
        Feature.RAW_RESPONSES,
        Feature.WITH_OPTIONS,
        Feature.SERVICE_TIERS,
        Feature.RESPONSES,
        Feature.EMBEDDINGS);
  }

  /** Every call the application makes, in order of their numbers. */
  List<Scenario> scenarios() {
    return Arrays.stream(Scenario.values())
        .filter(s -> s.isPossibleWith(features))
        .toList();
  }

  @Override
  public String toString() {
    return directory;
  }
}
