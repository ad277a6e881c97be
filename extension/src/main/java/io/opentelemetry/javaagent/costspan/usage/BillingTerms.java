package io.opentelemetry.javaagent.costspan.usage;

import org.jspecify.annotations.Nullable;

/**
 * What besides the counts decides the price, as the response states it: the service tier that
 * served the call (not the one asked for), Anthropic's {@code speed} and {@code inference_geo}.
 */
public final class BillingTerms {

  private static final BillingTerms STANDARD = new BillingTerms(null, null, null);

  private final @Nullable String serviceTier;
  private final @Nullable String speed;
  private final @Nullable String inferenceGeo;

  private BillingTerms(
      @Nullable String serviceTier, @Nullable String speed, @Nullable String inferenceGeo) {
    this.serviceTier = serviceTier;
    this.speed = speed;
    this.inferenceGeo = inferenceGeo;
  }

  /** The terms of a response that states none. */
  public static BillingTerms standard() {
    return STANDARD;
  }

  public static BillingTerms of(
      @Nullable String serviceTier, @Nullable String speed, @Nullable String inferenceGeo) {
    return new BillingTerms(serviceTier, speed, inferenceGeo);
  }

  /** The same terms, served in a region that the response does not name itself. */
  public BillingTerms servedIn(String region) {
    return inferenceGeo != null ? this : new BillingTerms(serviceTier, speed, region);
  }

  public @Nullable String serviceTier() {
    return serviceTier;
  }

  public @Nullable String speed() {
    return speed;
  }

  public @Nullable String inferenceGeo() {
    return inferenceGeo;
  }
}
