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
      "openai-oldest", Vendor.OPENAI, Feature.usualAnd(Feature.EMBEDDINGS, Feature.SERVICE_TIERS)),
  OPENAI_NEWEST(
      "openai-newest", Vendor.OPENAI, EnumSet.complementOf(EnumSet.of(Feature.CACHE_WRITES))),
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
          Feature.REASONING,
          Feature.CACHED_READS,
          Feature.EMBEDDINGS)),
  AZURE_INFERENCE(
      "azure-inference",
      Vendor.AZURE_INFERENCE,
      EnumSet.of(
          Feature.ASYNC,
          Feature.STREAMS,
          Feature.ASYNC_STREAMS,
          Feature.RETRIES,
          Feature.REASONING,
          Feature.EMBEDDINGS));

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

  Path classPath() {
    return Artifacts.app(directory).resolve("target/app");
  }

  /** {@code Main} in a package that is called as the directory begins. */
  String mainClass() {
    int end = directory.indexOf('-');
    return "io.costspan.smoke." + (end < 0 ? directory : directory.substring(0, end)) + ".Main";
  }

  Vendor vendor() {
    return vendor;
  }

  Map<String, String> settings() {
    return settings;
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
