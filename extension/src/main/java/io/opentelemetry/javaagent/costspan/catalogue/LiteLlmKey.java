package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key of LiteLLM's catalogue taken apart: the model's id without LiteLLM's own prefix, and the size
 * and quality of the image that some keys put in front of it.
 */
final class LiteLlmKey {

  private static final Pattern IMAGE =
      Pattern.compile("(?:([a-z]+)/)?(\\d{2,5})-x-(\\d{2,5})/(?:(?:\\d+|max)-steps/)?(.+)");

  /** Prices of whoever has so many parameters. */
  private static final Pattern ANY_MODEL = Pattern.compile("(fireworks|together)-ai-.*");

  private final String id;
  private final String size;
  private final String quality;

  private LiteLlmKey(String id, String size, String quality) {
    this.id = id;
    this.size = size;
    this.quality = quality;
  }

  /**
   * @param theirs LiteLLM's name of the provider
   */
  static LiteLlmKey of(String key, String theirs) {
    String bare = withoutPrefix(key, theirs);
    Matcher image = IMAGE.matcher(bare);
    if (!image.matches()) {
      return new LiteLlmKey(bare, "", "");
    }
    String quality = image.group(1);
    return new LiteLlmKey(
        withoutPrefix(image.group(4), theirs),
        image.group(2) + "x" + image.group(3),
        quality == null ? "" : quality);
  }

  String id() {
    return id;
  }

  boolean isImage() {
    return !size.isEmpty();
  }

  Terms imageTerms() {
    return Terms.STANDARD.image(size, quality);
  }

  /** Why the key is the name of no model; null when it is one. */
  static @Nullable String objection(String key) {
    if (key.equals("sample_spec")) {
      return "the sample";
    }
    if (key.contains("-steps/")) {
      return "an image by its number of steps";
    }
    return ANY_MODEL.matcher(key).matches() ? "a price for any model of a size" : null;
  }

  private static String withoutPrefix(String key, String theirs) {
    int slash = key.indexOf('/');
    String prefix = slash < 0 ? "" : key.substring(0, slash).replace('-', '_');
    String name = theirs.replace('-', '_');
    boolean own = !prefix.isEmpty() && (name.equals(prefix) || name.startsWith(prefix + "_"));
    return own ? key.substring(slash + 1) : key;
  }
}
