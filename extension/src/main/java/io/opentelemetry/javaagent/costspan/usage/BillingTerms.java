package io.opentelemetry.javaagent.costspan.usage;

import org.jspecify.annotations.Nullable;

/**
 * What besides the counts decides the price, as the response states it: the service tier that
 * served the call (not the one asked for), Anthropic's {@code speed}, the region of inference, size
 * and quality of images. Immutable.
 */
public final class BillingTerms {

  private static final BillingTerms STANDARD = of(null, null, null);

  private final @Nullable String serviceTier;
  private final @Nullable String speed;
  private final @Nullable String region;
  private final @Nullable String imageSize;
  private final @Nullable String imageQuality;

  private BillingTerms(
      @Nullable String serviceTier,
      @Nullable String speed,
      @Nullable String region,
      @Nullable String imageSize,
      @Nullable String imageQuality) {
    this.serviceTier = serviceTier;
    this.speed = speed;
    this.region = region;
    this.imageSize = imageSize;
    this.imageQuality = imageQuality;
  }

  /** The terms of a response that states none. */
  public static BillingTerms standard() {
    return STANDARD;
  }

  public static BillingTerms of(
      @Nullable String serviceTier, @Nullable String speed, @Nullable String region) {
    return new BillingTerms(serviceTier, speed, region, null, null);
  }

  /** The same terms, for images of this size ({@code 1024x1024}) and quality ({@code hd}). */
  public BillingTerms forImages(@Nullable String size, @Nullable String quality) {
    return new BillingTerms(serviceTier, speed, region, size, quality);
  }

  /** The same terms, served in a region unless the response names one itself. */
  public BillingTerms servedIn(String otherRegion) {
    return namesRegion()
        ? this
        : new BillingTerms(serviceTier, speed, otherRegion, imageSize, imageQuality);
  }

  /** The same terms, served at a tier unless the response names one itself. */
  public BillingTerms servedAt(String otherServiceTier) {
    return serviceTier != null
        ? this
        : new BillingTerms(otherServiceTier, speed, region, imageSize, imageQuality);
  }

  /** The same terms in a batch, whose tier they are billed at whatever the response repeats. */
  public BillingTerms inBatch() {
    return new BillingTerms("batch", speed, region, imageSize, imageQuality);
  }

  public @Nullable String serviceTier() {
    return serviceTier;
  }

  public @Nullable String speed() {
    return speed;
  }

  public @Nullable String region() {
    return region;
  }

  /** Whether the response says where the call was served, be it anywhere. */
  public boolean namesRegion() {
    // Anthropic says not_available for models that have no choice of place.
    return region != null && !region.equals("not_available");
  }

  public @Nullable String imageSize() {
    return imageSize;
  }

  public @Nullable String imageQuality() {
    return imageQuality;
  }
}
