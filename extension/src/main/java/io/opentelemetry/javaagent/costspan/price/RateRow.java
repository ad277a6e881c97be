package io.opentelemetry.javaagent.costspan.price;

import org.jspecify.annotations.Nullable;

/** The rates of one model under one set of terms. Immutable. */
final class RateRow {

  /** The tier and the speed of a call that asked for nothing special. */
  static final String STANDARD = "standard";

  private final String serviceTier;
  private final String speed;
  private final @Nullable String window;
  private final long fromInputTokens;
  private final @Nullable String imageSize;
  private final @Nullable String imageQuality;
  private final Rates rates;

  RateRow(
      String serviceTier,
      String speed,
      @Nullable String window,
      long fromInputTokens,
      @Nullable String imageSize,
      @Nullable String imageQuality,
      Rates rates) {
    this.serviceTier = serviceTier;
    this.speed = speed;
    this.window = window;
    this.fromInputTokens = fromInputTokens;
    this.imageSize = imageSize;
    this.imageQuality = imageQuality;
    this.rates = rates;
  }

  /** Least total input for which the row is meant; 0 for the row that begins at nothing. */
  long fromInputTokens() {
    return fromInputTokens;
  }

  /** Name of the hours for which the row is meant; null for all others. */
  @Nullable
  String window() {
    return window;
  }

  Rates rates() {
    return rates;
  }

  /**
   * @param bracketFrom least total input of the bracket that the call is in
   */
  boolean fits(CallTerms terms, long bracketFrom) {
    return fromInputTokens == bracketFrom
        && serviceTier.equals(terms.serviceTier())
        && speed.equals(terms.speed())
        && same(window, terms.window())
        && (imageSize == null || imageSize.equals(terms.imageSize()))
        && (imageQuality == null || imageQuality.equals(terms.imageQuality()));
  }

  /** How much it says about the images that it is meant for. */
  int imageTerms() {
    return (imageSize == null ? 0 : 1) + (imageQuality == null ? 0 : 1);
  }

  /** Whether two rows are for the same calls, so that one of them is a mistake. */
  boolean hasTermsOf(RateRow other) {
    return fromInputTokens == other.fromInputTokens
        && serviceTier.equals(other.serviceTier)
        && speed.equals(other.speed)
        && same(window, other.window)
        && same(imageSize, other.imageSize)
        && same(imageQuality, other.imageQuality);
  }

  /** The terms as a book writes them, for people; {@code standard} when there are none. */
  String terms() {
    StringBuilder text = new StringBuilder();
    add(text, serviceTier.equals(STANDARD) ? null : serviceTier);
    add(text, speed.equals(STANDARD) ? null : "speed " + speed);
    add(text, window);
    add(text, fromInputTokens == 0 ? null : "input from " + fromInputTokens + " tokens");
    add(text, imageSize);
    add(text, imageQuality);
    return text.length() == 0 ? STANDARD : text.toString();
  }

  private static void add(StringBuilder text, @Nullable String term) {
    if (term != null) {
      text.append(text.length() == 0 ? "" : ", ").append(term);
    }
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }
}
