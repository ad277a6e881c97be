package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/**
 * Makes a value from outside (a header, a request body) fit to be an attribute or a label: no
 * control characters, none that are invisible or turn the direction of text, no halves of pairs, no
 * blanks around it, at most 128 chars.
 */
public final class PlainText {

  /** In UTF-16 chars; a surrogate pair at the cut is left out whole. */
  public static final int MAX_LENGTH = 128;

  private PlainText() {}

  /** The value made fit, the same instance when it is fit already; null when nothing is left. */
  public static @Nullable String orNull(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    return isFit(value) ? value : copyOrNull(value);
  }

  private static boolean isFit(String value) {
    int length = value.length();
    if (length > MAX_LENGTH || value.charAt(0) == ' ' || value.charAt(length - 1) == ' ') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if ((c < ' ' || c > '~') && !isPlain(value, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the char is fit, or is the second half of a pair that was looked at with its first. */
  private static boolean isPlain(String value, int index) {
    char c = value.charAt(index);
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
    }
    return isPlain(value.codePointAt(index));
  }

  private static boolean isPlain(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL:
      case Character.FORMAT: // direction marks, joiners, byte order marks, tags
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE: // one that has no other half
        return false;
      default:
        return true;
    }
  }

  /** Looks no further than needed, however long the value is. */
  private static @Nullable String copyOrNull(String value) {
    StringBuilder text = new StringBuilder(Math.min(value.length(), MAX_LENGTH));
    int i = 0;
    while (i < value.length()) {
      int codePoint = value.codePointAt(i);
      int chars = Character.charCount(codePoint);
      if (text.length() + chars > MAX_LENGTH) {
        break;
      }
      boolean leadingBlank = codePoint == ' ' && text.length() == 0;
      if (!leadingBlank && isPlain(codePoint)) {
        text.appendCodePoint(codePoint);
      }
      i += chars;
    }
    String fit = text.toString().trim();
    return fit.isEmpty() ? null : fit;
  }
}
