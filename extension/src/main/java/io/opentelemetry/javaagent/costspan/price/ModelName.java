package io.opentelemetry.javaagent.costspan.price;

import org.jspecify.annotations.Nullable;

/** An id under which a model may stand in a book, and how it was found. Immutable. */
final class ModelName {

  private final String provider;
  private final String model;
  private final @Nullable String region;
  private final String how;

  ModelName(String provider, String model, @Nullable String region, String how) {
    this.provider = provider;
    this.model = model;
    this.region = region;
    this.how = how;
  }

  String provider() {
    return provider;
  }

  String model() {
    return model;
  }

  /** Where the name says that the call is served; null when it says nothing. */
  @Nullable
  String region() {
    return region;
  }

  /** What was left out of the name that was asked for, in words. */
  String how() {
    return how;
  }
}
