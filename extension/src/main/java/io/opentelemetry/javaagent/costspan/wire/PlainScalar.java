package io.opentelemetry.javaagent.costspan.wire;

/**
 * The usual form of strings and whole numbers in JSON. What is not of it is not wrong: it takes a
 * parser to tell.
 */
final class PlainScalar {

  /** Of a number that is certainly none that a parser refuses. */
  private static final int MAX_DIGITS = 18;

  private static final int HEX_DIGITS = 4;
  private static final String ESCAPES = "\"\\/bfnrt";

  private PlainScalar() {}

  /** Index behind the scalar, of a string that of its closing quote; -1 when it is not plain. */
  static int end(byte[] bytes, int from, int to, boolean isString) {
    return isString ? endOfString(bytes, from, to) : endOfNumber(bytes, from, to);
  }

  static boolean beginsNumber(byte b) {
    return b == '-' || isDigit(b);
  }

  private static int endOfNumber(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isDigit(bytes[at])) {
      at++;
    }
    boolean leadingZero = at > from + 1 && bytes[from] == '0';
    boolean goesOn = at < to && (bytes[at] == '.' || bytes[at] == 'e' || bytes[at] == 'E');
    boolean plain = at > from && at - from <= MAX_DIGITS && !leadingZero && !goesOn;
    return plain ? at : -1;
  }

  private static int endOfString(byte[] bytes, int from, int to) {
    int at = from;
    while (at >= 0 && at < to && bytes[at] != '"') {
      at = character(bytes, at, to);
    }
    return at < to ? at : -1;
  }

  /** Where the next character begins; -1 when this one is not plain. */
  private static int character(byte[] bytes, int at, int to) {
    byte b = bytes[at];
    if (b == '\\') {
      return escape(bytes, at + 1, to);
    }
    if (b >= 0) {
      return b >= ' ' ? at + 1 : -1;
    }
    int more = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : -1;
    return more > 0 && areContinuations(bytes, at + 1, more, to) ? at + 1 + more : -1;
  }

  private static int escape(byte[] bytes, int at, int to) {
    if (at < to && bytes[at] == 'u') {
      return areHexDigits(bytes, at + 1, to) ? at + 1 + HEX_DIGITS : -1;
    }
    return at < to && ESCAPES.indexOf(bytes[at]) >= 0 ? at + 1 : -1;
  }

  private static boolean areHexDigits(byte[] bytes, int from, int to) {
    for (int i = from; i < from + HEX_DIGITS; i++) {
      if (i >= to || bytes[i] < 0 || Character.digit(bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean areContinuations(byte[] bytes, int from, int count, int to) {
    for (int i = from; i < from + count; i++) {
      if (i >= to || (bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
