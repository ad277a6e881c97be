package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/** Where a provider is to be found that its host does not tell. Immutable. */
public final class KnownEndpoint {

  private static final String SCHEME_END = "://";

  private final String[] parts;
  private final boolean hasScheme;
  private final String provider;
  private final @Nullable WireFormat format;

  /**
   * @param pattern the beginning of a URL, up to a whole host or path segment, with or without its
   *     scheme; {@code *} stands for anything: {@code *.llm.example.com/openai}
   * @param provider value of {@code gen_ai.provider.name}
   * @param format what every POST there speaks; null when the path tells
   */
  public KnownEndpoint(String pattern, String provider, @Nullable WireFormat format) {
    String trimmed = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    this.parts = trimmed.split("\\*", -1);
    this.hasScheme = pattern.contains(SCHEME_END);
    this.provider = provider;
    this.format = format;
  }

  public String provider() {
    return provider;
  }

  /** What is spoken there, whatever the path; null when the path tells. */
  public @Nullable WireFormat format() {
    return format;
  }

  /** Whether a URL lies here. Allocates nothing. */
  boolean contains(String url) {
    int scheme = hasScheme ? -1 : url.indexOf(SCHEME_END);
    return fits(url, scheme < 0 ? 0 : scheme + SCHEME_END.length(), 0);
  }

  private boolean fits(String url, int from, int part) {
    String text = parts[part];
    boolean last = part == parts.length - 1;
    int furthest = part == 0 ? from : url.length() - text.length();
    for (int start = from; start <= furthest; start++) {
      if (url.regionMatches(true, start, text, 0, text.length())) {
        int end = start + text.length();
        if (last ? isWhole(url, end) : fits(url, end, part + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether what ends there ends a host or a segment: {@code /openai} does not contain /openai2. */
  private static boolean isWhole(String url, int end) {
    return end == url.length()
        || url.charAt(end) == '/'
        || url.charAt(end) == '?'
        || url.charAt(end) == ':';
  }
}
