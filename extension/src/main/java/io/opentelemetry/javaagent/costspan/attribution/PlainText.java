package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/**
 * Makes a value from outside (a header, a request body) fit to be an attribute or a label: no
 * control characters, no blanks around it, at most 128 chars.
 */
public final class PlainText {

  /** In UTF-16 chars; a surrogate pair at the cut is left out whole. */
  public static final int MAX_LENGTH = 128;

  private PlainText() {}

  /** The value made fit, the same instance when it is fit already; null when nothing is left. */
  public static @Nullable String orNull(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String text = cut(withoutControls(value).trim());
    return text.isEmpty() ? null : text;
  }

  private static String withoutControls(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return copyWithoutControls(value);
      }
    }
    return value;
  }

  private static String copyWithoutControls(String value) {
    // Longer than any fit value is never needed, however long the value is.
    StringBuilder text = new StringBuilder(Math.min(value.length(), MAX_LENGTH));
    for (int i = 0; i < value.length() && text.length() <= MAX_LENGTH; i++) {
      char c = value.charAt(i);
      boolean leadingBlank = c <= ' ' && text.length() == 0;
      if (!Character.isISOControl(c) && !leadingBlank) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH).trim();
  }
}
