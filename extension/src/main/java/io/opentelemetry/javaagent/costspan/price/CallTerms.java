package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import org.jspecify.annotations.Nullable;

/** What a call was served under, in the words of the book. Immutable. */
final class CallTerms {

  private static final String PRIORITY = "priority";

  private final String serviceTier;
  private final String speed;
  private final @Nullable String window;
  private final @Nullable String imageSize;
  private final @Nullable String imageQuality;

  private CallTerms(BillingTerms terms, @Nullable String window) {
    this.serviceTier = tierServed(terms.serviceTier());
    this.speed = terms.speed() == null ? RateRow.STANDARD : terms.speed();
    this.window = window;
    this.imageSize = terms.imageSize();
    this.imageQuality = terms.imageQuality();
  }

  /**
   * @param window name of the hours that the call fell into; null for all others
   */
  static CallTerms of(BillingTerms terms, @Nullable String window) {
    return new CallTerms(terms, window);
  }

  String serviceTier() {
    return serviceTier;
  }

  String speed() {
    return speed;
  }

  @Nullable
  String window() {
    return window;
  }

  @Nullable
  String imageSize() {
    return imageSize;
  }

  @Nullable
  String imageQuality() {
    return imageQuality;
  }

  /** The region that decides about rates; null where the call was served anywhere. */
  static @Nullable String region(BillingTerms terms) {
    return terms.namesRegion() && !"global".equals(terms.region()) ? terms.region() : null;
  }

  /** A tier under the name by which it is looked up. */
  static String tierServed(@Nullable String serviceTier) {
    // OpenAI calls it default, Anthropic standard; auto means that nothing special was chosen.
    if (serviceTier == null || serviceTier.equals("default") || serviceTier.equals("auto")) {
      return RateRow.STANDARD;
    }
    // Asked for as fast, OpenAI's priority is served as priority; gateways repeat what was asked.
    return serviceTier.equals("fast") ? PRIORITY : serviceTier;
  }
}
