package io.opentelemetry.javaagent.costspan.price;

import org.jspecify.annotations.Nullable;

/**
 * What a user's name for a model stands for: an Azure deployment, an inference profile, a name that
 * a gateway invented. Immutable.
 */
final class Alias {

  private final String provider;
  private final String model;
  private final @Nullable String region;
  private final @Nullable String serviceTier;

  Alias(String provider, String model, @Nullable String region, @Nullable String serviceTier) {
    this.provider = provider;
    this.model = model;
    this.region = region;
    this.serviceTier = serviceTier;
  }

  String provider() {
    return provider;
  }

  String model() {
    return model;
  }

  /** Where it serves from, which no response says; null when that makes no difference. */
  @Nullable
  String region() {
    return region;
  }

  /** How it is served, which no response says; null when that makes no difference. */
  @Nullable
  String serviceTier() {
    return serviceTier;
  }

  /** For people. */
  @Override
  public String toString() {
    return provider
        + "/"
        + model
        + (region == null ? "" : ", region " + region)
        + (serviceTier == null ? "" : ", " + serviceTier);
  }
}
