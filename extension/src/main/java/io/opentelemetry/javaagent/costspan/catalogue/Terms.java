package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row of rates is for: service tier, speed, window, size and quality of images (an empty text
 * is nothing special), and the input from which on it applies. Immutable.
 */
final class Terms implements Comparable<Terms> {

  static final Terms STANDARD = new Terms("", "", "", "", "", 0, false);

  private static final Comparator<Terms> ORDER = Comparator.comparing((Terms terms) -> terms.tier)
      .thenComparing(terms -> terms.speed)
      .thenComparing(terms -> terms.window)
      .thenComparing(terms -> terms.quality)
      .thenComparing(terms -> terms.size)
      .thenComparing(terms -> terms.tokens)
      .thenComparing(terms -> terms.including);

  private final String tier;
  private final String speed;
  private final String window;
  private final String size;
  private final String quality;
  private final long tokens;
  private final boolean including;

  private Terms(
      String tier,
      String speed,
      String window,
      String size,
      String quality,
      long tokens,
      boolean including) {
    this.tier = tier;
    this.speed = speed;
    this.window = window;
    this.size = size;
    this.quality = quality;
    this.tokens = tokens;
    this.including = including;
  }

  Terms tier(String other) {
    return new Terms(other, speed, window, size, quality, tokens, including);
  }

  Terms speed(String other) {
    return new Terms(tier, other, window, size, quality, tokens, including);
  }

  Terms window(String other) {
    return new Terms(tier, speed, other, size, quality, tokens, including);
  }

  Terms image(String ofSize, String ofQuality) {
    return new Terms(tier, speed, window, ofSize, ofQuality, tokens, including);
  }

  /** For more input than this. */
  Terms above(long inputTokens) {
    return new Terms(tier, speed, window, size, quality, inputTokens, false);
  }

  /** For this much input and more. */
  Terms from(long inputTokens) {
    return new Terms(tier, speed, window, size, quality, inputTokens, true);
  }

  /** The same terms in the bracket of others. */
  Terms inBracketOf(Terms other) {
    return new Terms(tier, speed, window, size, quality, other.tokens, other.including);
  }

  String tier() {
    return tier;
  }

  /** Input tokens at which the bracket begins; 0 for the first. */
  long tokens() {
    return tokens;
  }

  /** Whether the bracket begins with that much input, and not just above it. */
  boolean isIncluding() {
    return including;
  }

  /** How much is said about an image: 0 nothing, 1 its size or quality, 2 both. */
  int imageDetails() {
    return (size.isEmpty() ? 0 : 1) + (quality.isEmpty() ? 0 : 1);
  }

  String window() {
    return window;
  }

  boolean isStandard() {
    return equals(STANDARD);
  }

  /** The terms as fields of a row, in order; a count is a {@code Long}. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "service_tier", tier);
    put(fields, "speed", speed);
    put(fields, "window", window);
    put(fields, "size", size);
    put(fields, "quality", quality);
    if (tokens > 0) {
      fields.put(including ? "from_input_tokens" : "above_input_tokens", tokens);
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  /** For people and the cross-check: {@code standard}, {@code flex+above:272000}. */
  String label() {
    StringBuilder label = new StringBuilder();
    add(label, tier);
    add(label, speed);
    add(label, window);
    add(label, size.isEmpty() ? "" : "size:" + size);
    add(label, quality.isEmpty() ? "" : "quality:" + quality);
    add(label, tokens == 0 ? "" : (including ? "from:" : "above:") + tokens);
    return label.length() == 0 ? "standard" : label.toString();
  }

  private static void add(StringBuilder label, String part) {
    if (!part.isEmpty()) {
      label.append(label.length() == 0 ? "" : "+").append(part);
    }
  }

  @Override
  public int compareTo(Terms other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Terms && compareTo((Terms) other) == 0;
  }

  @Override
  public int hashCode() {
    return label().hashCode();
  }
}
