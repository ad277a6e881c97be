package io.opentelemetry.javaagent.costspan.attribution;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/** Parts of URLs, as they were meant. */
final class UrlText {

  /** As sent: a {@link PlainText}, each char of it escaped as three bytes of three chars. */
  private static final int MAX_ESCAPED = 9 * PlainText.MAX_LENGTH;

  private UrlText() {}

  /** The value that a parameter has first; null when it has none. */
  static @Nullable String parameter(String query, String name) {
    int from = 0;
    while (from < query.length()) {
      int ampersand = query.indexOf('&', from);
      int to = ampersand < 0 ? query.length() : ampersand;
      int value = from + name.length() + 1;
      if (value <= to && query.startsWith(name, from) && query.charAt(value - 1) == '=') {
        return decode(query.substring(value, to).replace('+', ' '));
      }
      from = to + 1;
    }
    return null;
  }

  /** Null when it is wrongly escaped, or so long that nobody can have meant it. */
  static @Nullable String decode(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    if (part.length() > MAX_ESCAPED) {
      return null;
    }
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return null;
    }
  }
}
