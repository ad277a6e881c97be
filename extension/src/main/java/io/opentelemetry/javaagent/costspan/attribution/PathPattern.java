package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/**
 * Finds a segment of a URL's path: {@code /t/{}/**} finds {@code acme} in {@code /t/acme/chat}.
 * {@code *} is any one segment, <code>**</code> at the end any number of them.
 */
public final class PathPattern {

  private static final String WANTED = "{}";
  private static final String ANY = "*";
  private static final String REST = "**";

  private final String text;
  private final String[] segments;

  private PathPattern(String text, String[] segments) {
    this.text = text;
    this.segments = segments;
  }

  /** Null when the text is no pattern with exactly one wanted segment. */
  public static @Nullable PathPattern parse(String text) {
    if (!text.startsWith("/")) {
      return null;
    }
    String[] segments = text.substring(1).split("/", -1);
    int wanted = 0;
    for (int i = 0; i < segments.length; i++) {
      wanted += segments[i].equals(WANTED) ? 1 : 0;
      boolean last = i == segments.length - 1;
      if (!isSegment(segments[i]) || (segments[i].equals(REST) && !last)) {
        return null;
      }
    }
    return wanted == 1 ? new PathPattern(text, segments) : null;
  }

  /** As it was written. */
  String text() {
    return text;
  }

  /** The wanted segment, decoded; null when the path does not match. */
  @Nullable
  String find(String path) {
    @Nullable String found = null;
    int from = 1;
    for (String segment : segments) {
      if (segment.equals(REST)) {
        return found;
      }
      if (from > path.length()) {
        return null;
      }
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (segment.equals(WANTED)) {
        found = UrlText.decode(path.substring(from, to));
      } else if (!segment.equals(ANY) && !isAt(path, from, to, segment)) {
        return null;
      }
      from = to + 1;
    }
    return from > path.length() ? found : null;
  }

  private static boolean isAt(String path, int from, int to, String segment) {
    return to - from == segment.length() && path.startsWith(segment, from);
  }

  private static boolean isSegment(String segment) {
    return segment.equals(WANTED)
        || segment.equals(ANY)
        || segment.equals(REST)
        || (segment.indexOf('*') < 0 && segment.indexOf('{') < 0);
  }
}
