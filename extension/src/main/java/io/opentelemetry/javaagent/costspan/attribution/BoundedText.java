package io.opentelemetry.javaagent.costspan.attribution;

import java.util.regex.Pattern;

/**
 * A text that can be looked at only so often. A regular expression such as {@code (a+)+b} looks at
 * 128 characters for longer than anybody lives; it gives up here after some 50 microseconds.
 */
final class BoundedText implements CharSequence {

  /** Sensible patterns look at a character some two or three times. */
  private static final int MAX_LOOKS = 5_000;

  private final String text;
  private int looks;

  private BoundedText(String text) {
    this.text = text;
  }

  /** Whether the whole text matches; false when that takes too long to find out. */
  static boolean matches(Pattern pattern, String text) {
    try {
      return pattern.matcher(new BoundedText(text)).matches();
    } catch (TooManyLooks | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public char charAt(int index) {
    if (++looks > MAX_LOOKS) {
      throw new TooManyLooks();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Thrown through the matcher, with no stack trace: it says nothing. */
  private static final class TooManyLooks extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyLooks() {
      super("too many looks", null, false, false);
    }
  }
}
