package io.costspan.smoke;

import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The applications that run all scenarios, each with one version of one SDK. */
enum App {
  OPENAI_OLDEST("openai-oldest", EnumSet.of(Feature.EMBEDDINGS, Feature.SERVICE_TIERS)),
  OPENAI_NEWEST("openai-newest", EnumSet.complementOf(EnumSet.of(Feature.CACHE_WRITES))),
  ANTHROPIC_OLDEST("anthropic-oldest", EnumSet.of(Feature.RAW_RESPONSES, Feature.CACHE_WRITES)),
  ANTHROPIC_NEWEST(
      "anthropic-newest",
      EnumSet.of(
          Feature.RAW_RESPONSES,
          Feature.CACHE_WRITES,
          Feature.WITH_OPTIONS,
          Feature.STRUCTURED_OUTPUT));

  private final String directory;
  private final Set<Feature> features;

  App(String directory, Set<Feature> features) {
    this.directory = directory;
    this.features = features;
  }

  Path classPath() {
    return Artifacts.app(directory).resolve("target/app");
  }

  String mainClass() {
    return "io.costspan.smoke." + provider() + ".Main";
  }

  /** As {@code gen_ai.provider.name}. */
  String provider() {
    return directory.substring(0, directory.indexOf('-'));
  }

  boolean isAnthropic() {
    return provider().equals("anthropic");
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
